// What a version's summary says, read back (pipeline/deploy-procedure writes it).
import { z } from 'zod';
import type { JsonObject } from '../../../engine/index.ts';
import { matter } from '../../contract/procedures.ts';

const summary = z.object({ matter: matter.optional(), basis: z.array(z.string()).default([]) });

export function matterOf(stored: JsonObject): { matter?: z.output<typeof matter> } {
  const read = summary.safeParse(stored);
  return read.success && read.data.matter ? { matter: read.data.matter } : {};
}
