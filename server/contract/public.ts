// What anyone may read without signing in. No names, no variables: stages only.
import { z } from 'zod';
import { caseId, instant, page, paged, procedureKey } from './answers.ts';

export const publicProcedure = z.object({
  key: procedureKey,
  name: z.string(),
  version: z.number().int(),
  deployedAt: instant,
  matterClass: z.string().optional(),
  basis: z.array(z.string()),
  steps: z.number().int(),
  running: z.number().int(),
});
export const publicProcedureList = paged(publicProcedure);
export const publicProcedureDetail = publicProcedure.extend({
  hash: z.string(),
  xml: z.string(),
  stepList: z.array(
    z.object({
      element: z.string(),
      name: z.string(),
      lane: z.string().optional(),
      subject: z.string().optional(),
      limit: z.string().optional(),
      supervised: z.boolean(),
    }),
  ),
});
export const stage = z.object({ name: z.string(), state: z.enum(['done', 'now', 'ahead']), since: instant.optional() });
export const publicCase = z.object({
  id: caseId,
  title: z.string(),
  procedure: procedureKey,
  procedureName: z.string(),
  status: z.enum(['running', 'completed', 'terminated', 'failed']),
  startedAt: instant,
  changedAt: instant,
  stages: z.array(stage),
});
export const publicCaseList = paged(publicCase);
export const publicCaseQuery = page.extend({
  procedure: procedureKey.optional(),
  status: z.enum(['running', 'completed', 'terminated', 'failed']).optional(),
});
