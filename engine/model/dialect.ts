// The gc: dialect (DESIGN §3): what each rule element says, as checked values.
// Promise: read-drawing returns only values that these schemas accept; anything else is a Problem at its element.
import { z } from 'zod';

const officeKey = z.string().regex(/^[a-z][a-z0-9-]{0,63}$/);
const elementId = z.string().regex(/^[A-Za-z_][\w.-]{0,254}$/);
const dayUnit = z.enum(['working', 'calendar']);

/** 三重一大 and the like: class of matter. */
export const matterClass = z.enum(['major-decision', 'appointment', 'major-project', 'large-fund', 'ordinary']);

/** gc:matter on a process. */
export const matterRule = z.strictObject({ class: matterClass, item: z.string().min(1).max(200).optional() });
/** gc:basis on a process (several): legal basis in words. */
export const basisRule = z.strictObject({ text: z.string().min(1).max(500) });
/** gc:rules on a process: the versioned rule object used. */
export const rulesRef = z.strictObject({ key: officeKey, version: z.number().int().positive() });
/** gc:power on a lane. */
export const powerRule = z.strictObject({
  kind: z.enum(['decide', 'execute', 'supervise', 'advise', 'public']),
  office: officeKey.optional(),
  body: officeKey.optional(),
});
/** gc:step: the five facts 主体、条件、目标、时限、要求, and the kind by which rules speak of the step. */
export const stepFacts = z.strictObject({
  kind: officeKey.optional(),
  subject: z.string().min(1).max(200),
  condition: z.string().min(1).max(500),
  goal: z.string().min(1).max(500),
  limit: z.string().min(1).max(200),
  requirement: z.string().min(1).max(1000),
});
/** gc:assignment: who may do the step. `person` is a FEEL expression that yields one person's id. */
export const assignmentRule = z.strictObject({
  offices: z.array(officeKey).max(20).default([]),
  person: z.string().max(500).optional(),
  mode: z.enum(['any', 'all', 'inOrder', 'share']).default('any'),
  /** Elements whose doers may not do this step (separated duties). */
  differentFrom: z.array(elementId).max(20).default([]),
});
/** gc:supervision (several): who must take part, how and when. */
export const supervisionRule = z.strictObject({
  office: officeKey,
  mode: z.enum(['attend', 'cosign', 'review', 'inform']),
  when: z.enum(['before', 'during', 'after']),
});
/** gc:deliberation on the meeting subprocess (stage `meeting`) and on the steps inside it. */
export const deliberationRule = z.strictObject({
  stage: z.enum(['meeting', 'signIn', 'quorum', 'present', 'opinions', 'chiefOpinion', 'ballot', 'announce']),
  /** Stage `meeting` only: the body that meets. */
  body: officeKey.optional(),
  /** Stage `meeting` only: which quorum and threshold of the rule object applies. */
  level: z.enum(['ordinary', 'major']).default('ordinary'),
});
/** gc:deadline: the step's limit, counted from its opening; the opening day does not count. */
export const deadlineRule = z.strictObject({ days: z.number().int().min(0).max(3650), unit: dayUnit.default('working') });
/** gc:minimum: a period that nobody can shorten (公示). */
export const minimumRule = z.strictObject({ days: z.number().int().min(1).max(3650), unit: dayUnit.default('working') });
export const riskRule = z.strictObject({
  point: z.string().min(1).max(300),
  level: z.enum(['high', 'medium', 'low']),
  measure: z.string().max(500).optional(),
  owner: z.string().max(100).optional(),
});
export const documentRule = z.strictObject({
  name: z.string().min(1).max(200),
  series: officeKey.optional(),
  keeper: officeKey.optional(),
});
export const discloseRule = z.strictObject({
  class: z.string().min(1).max(100),
  audience: z.enum(['public', 'members', 'cadres', 'leaders']).default('public'),
  days: z.number().int().min(0).max(3650),
  unit: dayUnit.default('working'),
});
/** gc:form: key of a form of the procedure. */
export const formRef = z.strictObject({ key: z.string().regex(/^[A-Za-z_][\w-]{0,63}$/) });
/** gc:return: earlier steps to which the case may be sent back from here. */
export const returnRule = z.strictObject({ to: z.array(elementId).min(1).max(20) });

export type SupervisionRule = z.infer<typeof supervisionRule>;
export type DeliberationRule = z.infer<typeof deliberationRule>;
export type AssignmentRule = z.infer<typeof assignmentRule>;

export interface ProcessRules {
  readonly matter?: z.infer<typeof matterRule>;
  readonly basis: readonly z.infer<typeof basisRule>[];
  readonly rules?: z.infer<typeof rulesRef>;
  /** gc:form on the process: the form that starts a case. */
  readonly form?: z.infer<typeof formRef>;
}
export interface LaneRules {
  readonly power?: z.infer<typeof powerRule>;
}
export interface StepRules {
  readonly step?: z.infer<typeof stepFacts>;
  readonly assignment?: AssignmentRule;
  readonly supervision: readonly SupervisionRule[];
  readonly deliberation?: DeliberationRule;
  readonly deadline?: z.infer<typeof deadlineRule>;
  readonly minimum?: z.infer<typeof minimumRule>;
  readonly risk: readonly z.infer<typeof riskRule>[];
  readonly document: readonly z.infer<typeof documentRule>[];
  readonly disclose?: z.infer<typeof discloseRule>;
  readonly form?: z.infer<typeof formRef>;
  readonly return?: z.infer<typeof returnRule>;
}
