// The record of a case.
import { z } from 'zod';
import { instant, paged } from './answers.ts';

export const recordLine = z.object({
  n: z.number().int(),
  at: instant,
  hash: z.string(),
  prev: z.string(),
  bytes: z.number().int(),
  command: z.string(),
  by: z.string().optional(),
  events: z.array(z.string()),
  refused: z.boolean(),
});
export const recordList = paged(recordLine);
export const recordCheck = z.object({
  whole: z.boolean(),
  records: z.number().int(),
  head: z.string(),
  firstBad: z.object({ n: z.number().int(), why: z.string(), words: z.object({ zh: z.string(), en: z.string() }) }).optional(),
});
