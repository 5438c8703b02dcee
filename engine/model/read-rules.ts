// The gc: rules drawn on a process, a lane or a step → checked values (dialect.ts).
// Promise: every gc: element is either read, or reported at its host: unknown, misplaced, repeated, or filled in wrongly.
// Elements of other namespaces are left alone.
import type { z } from 'zod';
import {
  assignmentRule,
  basisRule,
  deadlineRule,
  deliberationRule,
  discloseRule,
  documentRule,
  formRef,
  type LaneRules,
  matterRule,
  minimumRule,
  type ProcessRules,
  powerRule,
  returnRule,
  riskRule,
  rulesRef,
  type StepRules,
  stepFacts,
  supervisionRule,
} from './dialect.ts';
import type { Drawn } from './drawn.ts';
import { explainFault } from './explain-fault.ts';
import { gcDescriptor } from './gc-moddle.ts';
import type { Words } from './json.ts';
import { present } from './present.ts';
import type { Report } from './problems.ts';

type Place = 'process' | 'lane' | 'activity' | 'event';
const placeNames: Readonly<Record<Place, Words>> = {
  process: { zh: '流程', en: 'processes' },
  lane: { zh: '泳道', en: 'lanes' },
  activity: { zh: '活动', en: 'activities' },
  event: { zh: '事件', en: 'events' },
};

interface Shape {
  readonly on: readonly Place[];
  readonly numbers?: readonly string[];
  readonly lists?: readonly string[];
}
const shapes = {
  Matter: { on: ['process'] },
  Basis: { on: ['process'] },
  Rules: { on: ['process'], numbers: ['version'] },
  Power: { on: ['lane'] },
  Step: { on: ['activity'] },
  Assignment: { on: ['activity'], lists: ['offices', 'differentFrom'] },
  Supervision: { on: ['activity'] },
  Deliberation: { on: ['activity'] },
  Deadline: { on: ['activity', 'event'], numbers: ['days'] },
  Minimum: { on: ['activity', 'event'], numbers: ['days'] },
  Risk: { on: ['activity'] },
  Document: { on: ['activity'] },
  Disclose: { on: ['activity'], numbers: ['days'] },
  Form: { on: ['process', 'activity'] },
  Return: { on: ['activity'], lists: ['to'] },
} as const satisfies Record<string, Shape>;
type RuleName = keyof typeof shapes;

const isRuleName = (name: string): name is RuleName => Object.hasOwn(shapes, name);
const nameOf = (rule: Drawn): string => rule.$type.slice('gc:'.length);
const tagOf = (name: string): string => `gc:${name.charAt(0).toLowerCase()}${name.slice(1)}`;

const attributeNames = new Map(gcDescriptor.types.map((type) => [type.name, (type.properties ?? []).map(({ name }) => name)]));
const nothing: readonly Drawn[] = [];

function rulesOf(element: Drawn): readonly Drawn[] {
  const values = (element as Drawn<{ extensionElements?: { values?: readonly Drawn[] } }>).extensionElements?.values;
  return values ? values.filter(({ $type }) => $type.startsWith('gc:')) : nothing;
}

function placeOf(element: Drawn): Place | undefined {
  const types = element.$descriptor.allTypesByName ?? {};
  if ('bpmn:Process' in types) return 'process';
  if ('bpmn:Lane' in types) return 'lane';
  if ('bpmn:Activity' in types) return 'activity';
  return 'bpmn:Event' in types ? 'event' : undefined;
}

/** Rules that the namespace does not have, and rules on an element that cannot have them. */
export function reportMisplacedRules(element: Drawn, host: string, report: Report): void {
  for (const rule of rulesOf(element)) {
    const name = nameOf(rule);
    if (rule.$descriptor.isGeneric || !isRuleName(name)) {
      report('extension.unknown', host, { tag: rule.$type });
      continue;
    }
    const on: readonly Place[] = shapes[name].on;
    const place = placeOf(element);
    if (place && on.includes(place)) continue;
    const where = { zh: on.map((p) => placeNames[p].zh).join('、'), en: on.map((p) => placeNames[p].en).join(', ') };
    report('extension.misplaced', host, { tag: tagOf(name), where });
  }
}

/** Attribute texts → what the schema expects: numbers only where the whole text is one, lists split at spaces. */
function attributesOf(rule: Drawn, name: RuleName): Record<string, unknown> {
  const shape: Shape = shapes[name];
  const given: Record<string, unknown> = {};
  const values = rule as unknown as Readonly<Record<string, unknown>>;
  for (const key of attributeNames.get(name) ?? []) {
    const value = values[key];
    if (value === undefined) continue;
    const text = String(value).trim();
    if (shape.numbers?.includes(key)) given[key] = /^-?\d{1,9}$/.test(text) ? Number(text) : text;
    else given[key] = shape.lists?.includes(key) ? text.split(/\s+/).filter((word) => word !== '') : text;
  }
  return given;
}

interface Source {
  /** By name; generic ones are left out, they were reported as unknown. */
  readonly rules: ReadonlyMap<string, readonly Drawn[]>;
  readonly host: string;
  readonly report: Report;
}

const none: ReadonlyMap<string, readonly Drawn[]> = new Map();

function sourceOf(element: Drawn, host: string, report: Report): Source {
  const drawn = rulesOf(element);
  if (drawn.length === 0) return { rules: none, host, report };
  const rules = new Map<string, Drawn[]>();
  for (const rule of drawn) {
    if (rule.$descriptor.isGeneric) continue;
    const name = nameOf(rule);
    const list = rules.get(name);
    if (list) list.push(rule);
    else rules.set(name, [rule]);
  }
  return { rules, host, report };
}

function readAll<S extends z.ZodType>(source: Source, name: RuleName, schema: S): z.output<S>[] {
  const read: z.output<S>[] = [];
  for (const rule of source.rules.get(name) ?? nothing) {
    const result = schema.safeParse(attributesOf(rule, name));
    if (result.success) read.push(result.data);
    else
      for (const issue of result.error.issues)
        source.report('extension.invalid', source.host, { tag: tagOf(name), why: explainFault(issue) });
  }
  return read;
}

function readOne<S extends z.ZodType>(source: Source, name: RuleName, schema: S): z.output<S> | undefined {
  const given = source.rules.get(name)?.length ?? 0;
  if (given > 1) source.report('extension.repeated', source.host, { tag: tagOf(name) });
  return given === 0 ? undefined : readAll(source, name, schema)[0];
}

export function readProcessRules(element: Drawn, host: string, report: Report): ProcessRules {
  const source = sourceOf(element, host, report);
  return {
    ...present({
      matter: readOne(source, 'Matter', matterRule),
      rules: readOne(source, 'Rules', rulesRef),
      form: readOne(source, 'Form', formRef),
    }),
    basis: readAll(source, 'Basis', basisRule),
  };
}

export function readLaneRules(element: Drawn, host: string, report: Report): LaneRules {
  return present({ power: readOne(sourceOf(element, host, report), 'Power', powerRule) });
}

const noRules: StepRules = { supervision: [], risk: [], document: [] };

export function readStepRules(element: Drawn, host: string, report: Report): StepRules {
  const source = sourceOf(element, host, report);
  if (source.rules.size === 0) return noRules;
  return present<StepRules>({
    step: readOne(source, 'Step', stepFacts),
    assignment: readOne(source, 'Assignment', assignmentRule),
    supervision: readAll(source, 'Supervision', supervisionRule),
    deliberation: readOne(source, 'Deliberation', deliberationRule),
    deadline: readOne(source, 'Deadline', deadlineRule),
    minimum: readOne(source, 'Minimum', minimumRule),
    risk: readAll(source, 'Risk', riskRule),
    document: readAll(source, 'Document', documentRule),
    disclose: readOne(source, 'Disclose', discloseRule),
    form: readOne(source, 'Form', formRef),
    return: readOne(source, 'Return', returnRule),
  });
}
