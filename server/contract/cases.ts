// Cases, tasks and what their pages show.
import { z } from 'zod';
import { anyJson, awaited, caseId, instant, page, paged, procedureKey, variables, words } from './answers.ts';

export const caseStatus = z.enum(['running', 'completed', 'terminated', 'failed']);
export const startCase = z.object({ procedure: procedureKey, title: z.string().min(2).max(200), variables, start: z.string().optional() });
/** Every command answers with the case's new version (number of records). */
export const commandDone = z.object({ case: caseId, version: z.number().int() });

export const caseLine = z.object({
  id: caseId,
  title: z.string(),
  procedure: procedureKey,
  procedureName: z.string(),
  procedureVersion: z.number().int(),
  status: caseStatus,
  version: z.number().int(),
  startedAt: instant,
  changedAt: instant,
  startedBy: z.string(),
  /** Names of the steps where it stands. */
  standsAt: z.array(z.string()),
  overdue: z.boolean(),
  awaitsSupervision: z.boolean(),
  openObjections: z.number().int(),
  incidents: z.number().int(),
});
export const caseList = paged(caseLine);
export const caseQuery = page.extend({
  status: caseStatus.optional(),
  procedure: procedureKey.optional(),
  watch: z.enum(['supervision', 'objection', 'overdue', 'incident']).optional(),
});

export const supervisionState = awaited.extend({ by: z.string().optional(), remark: z.string().optional() });
export const objection = z.object({
  id: z.number().int(),
  by: z.string(),
  office: z.string(),
  reason: z.string(),
  answer: z.string().optional(),
  answeredBy: z.string().optional(),
});
export const openStep = z.object({
  node: z.number().int(),
  element: z.string(),
  name: z.string(),
  kind: z.string(),
  status: z.enum(['open', 'held']),
  offices: z.array(z.object({ key: z.string(), name: words })),
  persons: z.array(z.object({ id: z.string(), name: z.string() })),
  openedAt: instant,
  dueAt: instant.optional(),
  notBefore: instant.optional(),
  supervision: z.array(supervisionState),
  objections: z.array(objection),
  /** What the reader may do here now; pages show exactly these. */
  may: z.array(
    z.enum(['complete', 'attend', 'cosign', 'review', 'inform', 'object', 'answer', 'release', 'signIn', 'signInOthers', 'recuse']),
  ),
});
/** One line of "the path so far": an event in plain words. */
export const pathLine = z.object({
  n: z.number().int(),
  at: instant,
  element: z.string().optional(),
  type: z.string(),
  by: z.string().optional(),
  office: words.optional(),
  words,
});
export const caseDetail = caseLine.extend({
  xml: z.string(),
  variables,
  open: z.array(openStep),
  /** Element id → how it is drawn now. */
  marks: z.record(z.string(), z.enum(['done', 'open', 'held', 'waiting', 'objection', 'incident'])),
  /** Sequence flows that a token has taken. */
  takenFlows: z.array(z.string()),
  path: z.array(pathLine),
  /** Steps that can come next from where the case stands. */
  next: z.array(z.object({ element: z.string(), name: z.string(), after: z.string() })),
  incidentList: z.array(z.object({ id: z.number().int(), element: z.string(), code: z.string(), detail: z.string() })),
});

export const taskLine = z.object({
  case: caseId,
  caseTitle: z.string(),
  procedureName: z.string(),
  node: z.number().int(),
  element: z.string(),
  name: z.string(),
  /** `work`: to be done by the reader; `supervise`: a supervision that awaits the reader; `answer`: an objection to answer. */
  duty: z.enum(['work', 'supervise', 'answer']),
  status: z.enum(['open', 'held']),
  openedAt: instant,
  dueAt: instant.optional(),
  overdue: z.boolean(),
});
export const taskList = paged(taskLine);
export const taskQuery = page.extend({ duty: z.enum(['work', 'supervise', 'answer']).optional(), overdue: z.stringbool().optional() });

export const taskDetail = openStep.extend({
  case: caseId,
  caseTitle: z.string(),
  caseVersion: z.number().int(),
  procedure: procedureKey,
  procedureName: z.string(),
  step: z.object({ subject: z.string(), condition: z.string(), goal: z.string(), limit: z.string(), requirement: z.string() }).optional(),
  documents: z.array(z.string()),
  risk: z.array(z.object({ point: z.string(), level: z.string(), measure: z.string().optional() })),
  /** Deliberation stage of the step, when it is one. */
  stage: z.string().optional(),
  /** Form as in the procedure's forms folder (engine/model/form). */
  form: anyJson.nullable(),
  variables,
});
/** `version` is what the reader saw; it guards nothing (the core does), it only helps the message when somebody was faster. */
export const completeTask = z.object({ variables });
