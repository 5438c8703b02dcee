// A meeting inside a case: roster, attendance, opinions, ballots, result.
import { z } from 'zod';
import { caseId, words } from './answers.ts';

export const signInMember = z.object({ node: z.number().int(), person: z.string() });
export const declareRecusal = z.object({ node: z.number().int(), person: z.string(), reason: z.string().min(2).max(1000) });
export const meetingMember = z.object({
  person: z.string(),
  name: z.string(),
  office: words,
  chair: z.boolean(),
  present: z.boolean(),
  recused: z.boolean(),
  opinion: z.object({ view: z.string(), reason: z.string() }).optional(),
  ballot: z.string().optional(),
});
export const meeting = z.object({
  case: caseId,
  node: z.number().int(),
  element: z.string(),
  running: z.boolean(),
  body: z.string(),
  bodyName: words,
  entitled: z.number().int(),
  present: z.number().int(),
  quorumNeeded: z.number().int(),
  quorumMet: z.boolean(),
  members: z.array(meetingMember),
  tally: z.object({ agree: z.number().int(), disagree: z.number().int(), abstain: z.number().int(), needed: z.number().int() }).optional(),
  conclusion: z.enum(['passed', 'rejected', 'postponed']).optional(),
});
/** Newest first: a case that was postponed has several. */
export const meetingList = z.object({ meetings: z.array(meeting) });
