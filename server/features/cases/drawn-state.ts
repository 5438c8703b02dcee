// How a case is drawn on its diagram: what each element shows, which flows were taken, when each open node was opened.
import type { z } from 'zod';
import type { CaseState } from '../../../engine/index.ts';
import type { caseDetail } from '../../contract/cases.ts';
import type { ReadRecord } from '../../pipeline/read-records.ts';

type Marks = z.output<typeof caseDetail>['marks'];
type Mark = Marks[string];

/** Later ones win: what needs attention covers what is merely open. */
const rank: Readonly<Record<Mark, number>> = { done: 0, waiting: 1, open: 2, held: 3, objection: 4, incident: 5 };

export function marksOf(state: CaseState, records: readonly ReadRecord[]): Marks {
  const marks = new Map<string, Mark>();
  const put = (element: string, mark: Mark): void => {
    const before = marks.get(element);
    if (before === undefined || rank[mark] > rank[before]) marks.set(element, mark);
  };
  for (const { events } of records)
    for (const e of events) if (isDone(e.type) && 'element' in e && e.element !== undefined) put(e.element, 'done');
  if (state.status !== 'running') return Object.fromEntries(marks);
  for (const node of state.nodes.values()) {
    if (node.id === state.root) continue;
    if (node.role === 'wait') put(node.element, 'waiting');
    else put(node.element, node.task?.status ?? 'open');
    if (node.task && node.task.objections.length > 0) put(node.element, 'objection');
  }
  for (const incident of state.incidents.values()) put(incident.element, 'incident');
  return Object.fromEntries(marks);
}

const doneTypes = new Set([
  'CaseStarted',
  'ElementPassed',
  'TaskCompleted',
  'WaitEnded',
  'SubprocessLeft',
  'InstancesFinished',
  'BoundaryPassed',
  'CaseTerminated',
]);
const isDone = (type: string): boolean => doneTypes.has(type);

export function takenFlowsOf(records: readonly ReadRecord[]): string[] {
  const taken = new Set<string>();
  for (const { events } of records) for (const e of events) if ('put' in e) for (const flow of e.put) taken.add(flow);
  return [...taken];
}

export function openedAtOf(records: readonly ReadRecord[]): ReadonlyMap<number, number> {
  const opened = new Map<number, number>();
  for (const { events, stored } of records)
    for (const e of events)
      if (
        e.type === 'TaskOpened' ||
        e.type === 'SubprocessEntered' ||
        e.type === 'InstancesPlanned' ||
        e.type === 'LoopBegan' ||
        e.type === 'WaitBegan'
      )
        opened.set(e.node, stored.at);
  return opened;
}
