// Server-sent events: GET /api/live (signed in; ?case=ID narrows it) and GET /api/public/live (stage changes only).
import { z } from 'zod';
import { caseId, instant } from './answers.ts';

/** SSE event name `case`; id = feed position, so Last-Event-ID resumes without loss. */
export const liveAct = z.object({
  case: caseId,
  version: z.number().int(),
  at: instant,
  types: z.array(z.string()),
  elements: z.array(z.string()),
  status: z.string(),
});
