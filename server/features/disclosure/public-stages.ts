// A case as the public sees it: the stages of its procedure in order, each done, now or ahead. No names, no variables.
import type { z } from 'zod';
import type { CaseState, FlowNode, ProcessGraph } from '../../../engine/index.ts';
import type { stage } from '../../contract/public.ts';
import type { ReadRecord } from '../../pipeline/read-records.ts';

type Stage = z.output<typeof stage>;

/** Activities of the process itself (not those inside subprocesses), in the order in which tokens reach them. */
export function stagesOf(graph: ProcessGraph): readonly FlowNode[] {
  const seen = new Set<string>();
  const order: FlowNode[] = [];
  const queue = [...(graph.scopes[0]?.starts ?? [])];
  for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
    const node = seen.has(id) ? undefined : graph.nodes.get(id);
    if (!node) continue;
    seen.add(id);
    if (isActivity(node)) order.push(node);
    queue.push(...node.outgoing.map((f) => f.target), ...node.boundary);
  }
  return order;
}
const isActivity = (node: FlowNode): boolean => /Task$|SubProcess$|CallActivity$|Transaction$/.test(node.kind);

export function stageLine(graph: ProcessGraph, state: CaseState, records: readonly ReadRecord[]): Stage[] {
  const live = new Set(state.status === 'running' ? [...state.nodes.values()].map((n) => n.element) : []);
  const doneAt = new Map<string, number>();
  const openedAt = new Map<string, number>();
  for (const { events, stored } of records)
    for (const e of events) {
      if (ending.has(e.type) && 'element' in e && e.element !== undefined) doneAt.set(e.element, stored.at);
      if (beginning.has(e.type) && 'element' in e && e.element !== undefined) openedAt.set(e.element, stored.at);
    }
  return stagesOf(graph).map((node) => {
    const name = node.name ?? node.id;
    const since = live.has(node.id) ? openedAt.get(node.id) : doneAt.get(node.id);
    const at = since === undefined ? {} : { since: new Date(since).toISOString() };
    return live.has(node.id)
      ? { name, state: 'now', ...at }
      : doneAt.has(node.id)
        ? { name, state: 'done', ...at }
        : { name, state: 'ahead' };
  });
}
const ending = new Set(['ElementPassed', 'TaskCompleted', 'SubprocessLeft', 'InstancesFinished']);
const beginning = new Set(['TaskOpened', 'SubprocessEntered', 'InstancesPlanned', 'LoopBegan']);
