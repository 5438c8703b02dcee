// A drawing judged as it would be deployed: read, checked against the rules of its procedure, compiled.
// Promise: what this finds no problem in can be executed; the same judgement serves "check", "deploy" and the command line.
import { createHash } from 'node:crypto';
import type { Form, Json, JsonObject, Problem, ProcessGraph, RuleObject, TimedStart } from '../../engine/index.ts';
import {
  canonicalText,
  checkProcedure,
  compileProcedure,
  form as formShape,
  readDrawing,
  ruleObject as ruleShape,
  timedStarts,
} from '../../engine/index.ts';
import type { Roster } from '../ports/people.ts';

export interface DrawingInput {
  readonly key: string;
  readonly xml: string;
  /** Process of the drawing that the procedure runs; the first executable one where absent. */
  readonly process?: string;
  readonly rules?: Json;
  readonly forms: JsonObject;
}
export interface Judged {
  readonly graph?: ProcessGraph;
  readonly problems: readonly Problem[];
  /** Timer start events and when they are first due if it comes into force now. */
  readonly timedStarts: readonly TimedStart[];
}
/** When it is judged, and the zone in which days are counted. */
export interface JudgedAt {
  readonly at: number;
  readonly zone: string;
}

export async function judgeDrawing(input: DrawingInput, roster: Roster, when: JudgedAt): Promise<Judged> {
  const read = await readDrawing(input.xml);
  if (!read.drawing) return { problems: read.problems, timedStarts: [] };
  const rules = parseRules(input.rules);
  const forms = parseForms(input.forms);
  const wanted = input.process ?? read.drawing.processes.find((p) => p.executable)?.id ?? input.key;
  const graph = read.drawing.processes.find((p) => p.id === wanted);
  const found = checkProcedure({
    drawing: read.drawing,
    process: wanted,
    ...(rules && { rules }),
    forms,
    offices: roster.offices,
    bodies: new Set(roster.bodies.keys()),
  });
  const problems = [...read.problems, ...found];
  if (graph === undefined || problems.length > 0) return { ...(graph && { graph }), problems, timedStarts: [] };
  const compiled = compileProcedure({ graph, ref: { key: input.key, version: 1, hash: '' }, ...(rules && { rules }), forms });
  const timed = timedStarts(graph, when);
  return { graph, problems: [...compiled.problems, ...timed.problems], timedStarts: timed.starts };
}

export const parseRules = (rules: Json | undefined): RuleObject | undefined =>
  rules === undefined || rules === null ? undefined : ruleShape.parse(rules);
export const parseForms = (forms: JsonObject): ReadonlyMap<string, Form> =>
  new Map(Object.entries(forms).map(([key, value]) => [key, formShape.parse(value)]));

/** What a version is: SHA-256 over the canonical JSON of drawing, rules and forms. */
export function procedureHash(input: Pick<DrawingInput, 'xml' | 'rules' | 'forms'>): string {
  const text = canonicalText({ xml: input.xml, rules: input.rules ?? null, forms: input.forms });
  if (!text.ok) throw new Error(`a procedure cannot be hashed: ${text.path} is ${text.why}`);
  return createHash('sha256').update(text.text).digest('hex');
}
