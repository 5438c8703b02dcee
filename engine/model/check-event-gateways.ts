// What may follow an event-based gateway (BPMN 2.0.2 §10.6.6).
import type { FlowNode, ProcessGraph } from './graph.ts';
import type { Report } from './problems.ts';

const waits: ReadonlySet<string> = new Set(['message', 'timer', 'signal', 'conditional']);

export function checkEventGateways(graph: ProcessGraph, report: Report): void {
  for (const gateway of graph.nodes.values()) {
    if (gateway.kind !== 'bpmn:EventBasedGateway') continue;
    if (gateway.outgoing.length < 2) report('gateway.event-too-few', gateway.id);
    const targets = gateway.outgoing.flatMap(({ target }) => graph.nodes.get(target) ?? []);
    for (const target of targets) checkTarget(gateway, target, report);
    const receives = targets.some(({ kind }) => kind === 'bpmn:ReceiveTask');
    const message = targets.some((node) => node.kind === 'bpmn:IntermediateCatchEvent' && node.trigger.kind === 'message');
    if (receives && message) report('gateway.event-mixed', gateway.id);
  }
}

function checkTarget(gateway: FlowNode, target: FlowNode, report: Report): void {
  const isWait = target.kind === 'bpmn:IntermediateCatchEvent' && waits.has(target.trigger.kind);
  if (!isWait && target.kind !== 'bpmn:ReceiveTask') report('gateway.event-target', gateway.id, { target: target.id });
  if (target.incoming.length > 1) report('gateway.event-target-incoming', target.id);
  if (target.kind === 'bpmn:ReceiveTask' && target.boundary.length > 0) report('gateway.event-receive-boundary', target.id);
}
