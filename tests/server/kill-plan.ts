// What the kill test tells its victim.
import { z } from 'zod';

export const killPlan = z.object({
  data: z.string(),
  round: z.number().int(),
  cases: z.array(z.uuid()),
  /** A new case that waits for a timer. */
  timer: z.uuid(),
  /** Acts that were under way when the last victim died: nobody knows whether they happened. */
  unsure: z.array(z.object({ case: z.string(), key: z.string(), node: z.number().int() })),
});
export type KillPlan = z.infer<typeof killPlan>;
