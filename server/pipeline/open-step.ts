// An open step as the pages show it: who it belongs to, who watches it, and what the reader may do there now (asked of the core).
import type { z } from 'zod';
import { type CaseState, type Facts, mayDo, type NodeState, type TaskState } from '../../engine/index.ts';
import type { openStep } from '../contract/cases.ts';
import type { Roster } from '../ports/people.ts';
import type { CaseStand } from './desk.ts';
import { nameOfOffice, nameOfPerson } from './names.ts';
import type { Services } from './services.ts';
import { actorOf, directoryAt, type Reader } from './who-acts.ts';

export interface Eyes {
  readonly reader: Reader;
  readonly roster: Roster;
  readonly at: number;
  readonly zone: string;
}
type OpenStep = z.output<typeof openStep>;
type WithTask = NodeState & { readonly task: TaskState };

export const eyesOf = async (services: Pick<Services, 'roster' | 'zone'>, reader: Reader, at: number): Promise<Eyes> => ({
  reader,
  roster: await services.roster.at(),
  at,
  zone: services.zone,
});

/** Steps that somebody works on, and subprocesses and loops that somebody watches. */
export function openNodes(state: CaseState): readonly WithTask[] {
  return [...state.nodes.values()].filter(
    (n): n is WithTask => n.task !== undefined && (n.role === 'task' || n.task.supervision.length > 0 || n.task.objections.length > 0),
  );
}

export function openStepOf(stand: CaseStand, node: WithTask, openedAt: number, eyes: Eyes): OpenStep {
  const { task } = node;
  const person = (id: string): string => nameOfPerson(eyes.roster, id);
  return {
    node: node.id,
    element: node.element,
    name: elementName(stand, node.element),
    kind: node.kind,
    status: task.status,
    offices: task.offices.map((key) => ({ key, name: { ...nameOfOffice(eyes.roster, key) } })),
    persons: task.persons.map((id) => ({ id, name: person(id) })),
    openedAt: instant(openedAt),
    ...(task.dueAt !== undefined && { dueAt: instant(task.dueAt) }),
    ...(task.notBefore !== undefined && { notBefore: instant(task.notBefore) }),
    supervision: task.supervision.map((s) => ({
      office: s.office,
      officeName: { ...nameOfOffice(eyes.roster, s.office) },
      mode: s.mode,
      when: s.when,
      ...(s.by && { by: person(s.by.person) }),
      ...(s.remark !== undefined && { remark: s.remark }),
    })),
    objections: task.objections.map((o) => ({
      id: o.id,
      by: person(o.by.person),
      office: o.by.office,
      reason: o.reason,
      ...(o.answer && { answer: o.answer.text, answeredBy: person(o.answer.by.person) }),
    })),
    may: [...mayDo(stand.loaded.procedure, stand.state, node.id, factsOf(eyes, task))],
  };
}

const factsOf = (eyes: Eyes, task: TaskState): Facts => ({
  at: eyes.at,
  by: actorOf(eyes.reader, askedFor(task)),
  directory: directoryAt(eyes.roster, eyes.at),
  zone: eyes.zone,
});

/** Offices that a step asks for: of those who do it, then of those who watch it. */
export const askedFor = (task: Pick<TaskState, 'offices' | 'supervision'>): readonly string[] => [
  ...task.offices,
  ...task.supervision.map((s) => s.office),
];

export const elementName = (stand: Pick<CaseStand, 'loaded'>, element: string): string =>
  stand.loaded.procedure.graph.nodes.get(element)?.name ?? element;
export const instant = (at: number): string => new Date(at).toISOString();
