// What a supervisor does at a step.
import { z } from 'zod';

export const takePart = z.object({ mode: z.enum(['attend', 'cosign', 'review', 'inform']), remark: z.string().max(2000).default('') });
export const raiseObjection = z.object({ reason: z.string().min(2).max(4000) });
export const answerObjection = z.object({ objection: z.number().int(), answer: z.string().min(2).max(4000) });
export const releaseObjection = z.object({ objection: z.number().int(), remark: z.string().max(2000).default('') });
