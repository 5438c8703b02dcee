// Scenarios as data: what is given, who does what, what must come of it. Played by tests and by the command line's demonstration.
// Promise: people are named by their office; a step says nothing of the engine's own numbers, so it survives a redrawing of layout and ids of nodes.
import { z } from 'zod';
import type { Json } from '../model/json.ts';
import { type RefusalCode, refusalTable } from './refusal.ts';

const element = z.string().min(1).max(255);
const office = z.string().regex(/^[a-z][a-z0-9-]{0,63}$/);
const words = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });
const variables: z.ZodType<Record<string, Json>, Record<string, Json>> = z.record(z.string(), z.json());
const refused = z.custom<RefusalCode>((code) => typeof code === 'string' && Object.hasOwn(refusalTable, code)).optional();

/** One line of a scenario. `as` is the office that acts; `refused` is the refusal that must come. */
export const scenarioStep = z.union([
  /** Without `as` whoever the step asks for does it; `for` picks the instance of that member. */
  z.strictObject({ complete: element, as: office.optional(), for: office.optional(), vars: variables.optional(), refused }),
  /** Every instance of a multi-instance step, each by the one it asks for; `but`: other answers, by office. */
  z.strictObject({ completeEach: element, vars: variables.optional(), but: z.record(office, variables).optional() }),
  z.strictObject({ attend: element, as: office, remark: z.string().optional(), refused }),
  z.strictObject({ cosign: element, as: office, remark: z.string().optional(), refused }),
  z.strictObject({ review: element, as: office, remark: z.string().optional(), refused }),
  z.strictObject({ object: element, as: office, reason: z.string(), refused }),
  z.strictObject({ answer: element, as: office, text: z.string(), refused }),
  z.strictObject({ release: element, as: office, remark: z.string(), refused }),
  /** A member signs in; `as` where somebody else does it for him. */
  z.strictObject({ signIn: office, as: office.optional(), refused }),
  z.strictObject({ signInAll: z.literal(true), except: z.array(office).optional() }),
  z.strictObject({ recuse: office, reason: z.string(), as: office.optional(), refused }),
  /** Time passes (ISO 8601 duration); what falls due on the way happens when it is due. */
  z.strictObject({ advance: z.string().regex(/^P/) }),
  z.strictObject({ message: z.string(), key: z.string().optional(), vars: variables.optional(), refused }),
]);
export type ScenarioStep = z.infer<typeof scenarioStep>;

export const scenario = z.strictObject({
  name: words,
  given: z.strictObject({
    title: z.string().min(1),
    /** When it starts. */
    at: z.iso.datetime({ offset: true }),
    as: office,
    variables,
    /** Offices held besides the roster's, by the holder of another office. */
    alsoHolds: z.record(office, z.array(office)).optional(),
  }),
  steps: z.array(scenarioStep).max(500),
  outcome: z.strictObject({
    status: z.enum(['running', 'completed', 'terminated', 'failed']),
    /** Activities and events passed, in order; gateways and single instances are left out. */
    passed: z.array(element),
    /** Some of the case's variables at the end. */
    variables,
    /** Steps that are open at the end of a scenario that does not play to the end. */
    open: z.array(element).default([]),
  }),
});
export type Scenario = z.infer<typeof scenario>;
