// Which behaviour an element has. Adding an element: one file, one line here.
import type { FlowNode, NodeKind, Trigger } from '../model/graph.ts';
import { boundaryEvent } from './boundary-event.ts';
import { endEvent } from './end-event.ts';
import { eventBasedGateway } from './event-based-gateway.ts';
import { eventSubProcess } from './event-sub-process.ts';
import { exclusiveGateway } from './exclusive-gateway.ts';
import { inclusiveGateway } from './inclusive-gateway.ts';
import { intermediateCatchEvent } from './intermediate-catch-event.ts';
import { intermediateThrowEvent } from './intermediate-throw-event.ts';
import { linkCatch, linkThrow } from './link-event.ts';
import { parallelGateway } from './parallel-gateway.ts';
import { receiveTask } from './receive-task.ts';
import { scriptTask } from './script-task.ts';
import { sendTask } from './send-task.ts';
import { serviceTask } from './service-task.ts';
import type { Behaviour } from './stage.ts';
import { startEvent } from './start-event.ts';
import { subProcess } from './sub-process.ts';
import { task } from './task.ts';
import { userTask } from './user-task.ts';

const list: Partial<Record<NodeKind, Behaviour>> = {
  'bpmn:StartEvent': startEvent,
  'bpmn:EndEvent': endEvent,
  'bpmn:IntermediateCatchEvent': intermediateCatchEvent,
  'bpmn:IntermediateThrowEvent': intermediateThrowEvent,
  'bpmn:BoundaryEvent': boundaryEvent,
  'bpmn:ExclusiveGateway': exclusiveGateway,
  'bpmn:ParallelGateway': parallelGateway,
  'bpmn:InclusiveGateway': inclusiveGateway,
  'bpmn:EventBasedGateway': eventBasedGateway,
  'bpmn:Task': task,
  'bpmn:UserTask': userTask,
  'bpmn:ManualTask': userTask,
  'bpmn:ServiceTask': serviceTask,
  'bpmn:ScriptTask': scriptTask,
  'bpmn:SendTask': sendTask,
  'bpmn:ReceiveTask': receiveTask,
  'bpmn:SubProcess': subProcess,
};

/** Events whose trigger makes another element of them. */
const byTrigger: Partial<Record<Trigger['kind'], Partial<Record<NodeKind, Behaviour>>>> = {
  link: { 'bpmn:IntermediateThrowEvent': linkThrow, 'bpmn:IntermediateCatchEvent': linkCatch },
};

/** Throws on a kind without behaviour: read-drawing refuses such drawings, so reaching this is a bug. */
export function behaviourOf(node: FlowNode): Behaviour {
  if (node.triggeredByEvent) return eventSubProcess;
  const found = byTrigger[node.trigger.kind]?.[node.kind] ?? list[node.kind];
  if (!found) throw new Error(`No behaviour for ${node.kind} at ${node.id}`);
  return found;
}
