// Procedures, their versions and drafts.
import { z } from 'zod';
import { anyJson, drawingProblem, instant, paged, procedureKey, words } from './answers.ts';

export const matter = z.object({ class: z.string(), item: z.string().optional() });
export const procedureLine = z.object({
  key: procedureKey,
  name: z.string(),
  version: z.number().int(),
  deployedAt: instant,
  deployedBy: z.string(),
  matter: matter.optional(),
  hasDraft: z.boolean(),
  runningCases: z.number().int(),
});
export const procedureList = paged(procedureLine);

export const versionLine = z.object({
  version: z.number().int(),
  hash: z.string(),
  deployedAt: instant,
  deployedBy: z.string(),
  note: z.string(),
  runningCases: z.number().int(),
});
export const stepSummary = z.object({
  element: z.string(),
  name: z.string(),
  kind: z.string(),
  lane: z.string().optional(),
  offices: z.array(z.string()),
  supervision: z.array(z.string()),
  documents: z.array(z.string()),
  deadline: z.string().optional(),
});
export const procedureDetail = z.object({
  key: procedureKey,
  name: z.string(),
  version: z.number().int(),
  hash: z.string(),
  deployedAt: instant,
  xml: z.string(),
  matter: matter.optional(),
  basis: z.array(z.string()),
  rules: anyJson.nullable(),
  /** Form that starts a case, when the process has one. */
  startForm: anyJson.nullable(),
  forms: z.array(z.string()),
  steps: z.array(stepSummary),
  versions: z.array(versionLine),
});
/** Offices, bodies and forms that the properties panel offers. */
export const drawingVocabulary = z.object({
  offices: z.array(z.object({ key: z.string(), name: words })),
  bodies: z.array(z.object({ key: z.string(), name: words })),
  /** `form` is the whole form (engine/model/form), so that the page's check is the server's check. */
  forms: z.array(z.object({ key: z.string(), title: words, form: anyJson })),
});
/** Names the revision that was seen: nobody discards what they have not seen. */
export const discardDraft = z.object({ revision: z.coerce.number().int().min(1) });
export const draft = z.object({
  key: procedureKey,
  xml: z.string(),
  baseVersion: z.number().int(),
  revision: z.number().int(),
  savedAt: instant.nullable(),
  savedBy: z.string().nullable(),
});
/** Saving names the revision it was made from; an older one is refused (409 draft.stale), nothing is overwritten unseen. */
export const saveDraft = z.object({
  xml: z.string().max(2_000_000),
  revision: z.number().int().min(0),
  /** As the draft said when it was opened; refused as stale when another version has come into force since. */
  baseVersion: z.number().int().min(0).optional(),
});
export const checkDrawing = z.object({ xml: z.string().max(2_000_000) });
export const checkResult = z.object({ problems: z.array(drawingProblem) });
export const deploy = z.object({ revision: z.number().int().min(0), note: z.string().min(1).max(500) });
export const deployed = z.object({ key: procedureKey, version: z.number().int(), hash: z.string() });
