// One procedure in the public catalogue.
import { z } from 'zod';
import type { publicProcedure } from '../../contract/public.ts';
import type { ProcedureRow } from '../../ports/case-views.ts';

const summary = z.object({
  matter: z.object({ class: z.string() }).optional(),
  basis: z.array(z.string()).default([]),
  steps: z.number().int().default(0),
});

export function publicLineOf(row: ProcedureRow): z.output<typeof publicProcedure> {
  const read = summary.parse(row.summary);
  return {
    key: row.key,
    name: row.name,
    version: row.version,
    deployedAt: new Date(row.deployedAt).toISOString(),
    ...(read.matter && { matterClass: read.matter.class }),
    basis: read.basis,
    steps: read.steps,
    running: row.runningCases,
  };
}
