// One flow node as drawn → FlowNode: its kind, trigger, repetition and what it says of its own work.
// Promise: every field of FlowNode that the drawing speaks of is filled; kinds the graph does not know are reported and left out.
import { type Drawn, is, type Kinds } from './drawn.ts';
import type { Flow, FlowNode, NodeKind, Trigger } from './graph.ts';
import { present } from './present.ts';
import { isFeel, withoutEquals } from './read-expression.ts';
import { readLoop } from './read-loop.ts';
import { readStepRules } from './read-rules.ts';
import type { DrawnNode } from './read-scopes.ts';
import { readMessage, readTrigger } from './read-trigger.ts';
import { dataName, type Reading } from './reading.ts';

const kinds: ReadonlySet<string> = new Set<NodeKind>([
  'bpmn:Task',
  'bpmn:UserTask',
  'bpmn:ManualTask',
  'bpmn:ServiceTask',
  'bpmn:ScriptTask',
  'bpmn:SendTask',
  'bpmn:ReceiveTask',
  'bpmn:BusinessRuleTask',
  'bpmn:CallActivity',
  'bpmn:SubProcess',
  'bpmn:Transaction',
  'bpmn:AdHocSubProcess',
  'bpmn:ExclusiveGateway',
  'bpmn:ParallelGateway',
  'bpmn:InclusiveGateway',
  'bpmn:EventBasedGateway',
  'bpmn:ComplexGateway',
  'bpmn:StartEvent',
  'bpmn:EndEvent',
  'bpmn:IntermediateCatchEvent',
  'bpmn:IntermediateThrowEvent',
  'bpmn:BoundaryEvent',
]);
const isKind = (type: string): type is NodeKind => kinds.has(type);

/** What surrounds a node and was resolved before it is read. */
export interface Surroundings {
  readonly scope: number;
  readonly incoming: readonly Flow[];
  readonly outgoing: readonly Flow[];
  readonly boundary: readonly string[];
  readonly inner: number | undefined;
  readonly lane: string | undefined;
}

const noTrigger: Trigger = { kind: 'none' };

export function readNode(node: DrawnNode, around: Surroundings, reading: Reading): FlowNode | undefined {
  const { $type: kind, id } = node;
  if (!isKind(kind)) {
    reading.report('element.not-executable', id, { what: kind });
    return undefined;
  }
  const isEvent = is(node, 'bpmn:CatchEvent') || is(node, 'bpmn:ThrowEvent');
  return present<FlowNode>({
    id,
    kind,
    name: node.name,
    documentation: readDocumentation(node),
    scope: around.scope,
    lane: around.lane,
    incoming: around.incoming,
    outgoing: around.outgoing,
    boundary: around.boundary,
    inner: around.inner,
    trigger: isEvent ? readTrigger(node, id, reading) : noTrigger,
    interrupting: interrupts(node),
    attachedTo: is(node, 'bpmn:BoundaryEvent') ? node.attachedToRef?.id : undefined,
    triggeredByEvent: is(node, 'bpmn:SubProcess') && node.triggeredByEvent === true,
    instantiate: (is(node, 'bpmn:ReceiveTask') || is(node, 'bpmn:EventBasedGateway')) && node.instantiate === true,
    eventGatewayType: is(node, 'bpmn:EventBasedGateway') && node.eventGatewayType === 'Parallel' ? 'Parallel' : 'Exclusive',
    isForCompensation: is(node, 'bpmn:Activity') && node.isForCompensation === true,
    rules: readStepRules(node, id, reading.report),
    ...(is(node, 'bpmn:Activity') ? readWork(node, id, reading) : {}),
  });
}

function interrupts(node: Drawn): boolean {
  if (is(node, 'bpmn:BoundaryEvent')) return node.cancelActivity !== false;
  return is(node, 'bpmn:StartEvent') && node.isInterrupting !== false;
}

export function readDocumentation(element: Drawn<{ documentation?: readonly { text?: string }[] }>): string | undefined {
  const texts = (element.documentation ?? []).map(({ text }) => text?.trim() ?? '').filter((text) => text !== '');
  return texts.length > 0 ? texts.join('\n') : undefined;
}

type Work = Pick<FlowNode, 'loop' | 'script' | 'resultVariable' | 'topic' | 'message' | 'calledElement'>;

function readWork(activity: Drawn<Kinds['bpmn:Activity']>, id: string, reading: Reading): Work {
  const loop = readLoop(activity, id, reading);
  if (is(activity, 'bpmn:ScriptTask')) return { loop, ...readScript(activity, id, reading) };
  if (is(activity, 'bpmn:ServiceTask')) return { loop, topic: readTopic(activity, id) };
  if (is(activity, 'bpmn:SendTask') || is(activity, 'bpmn:ReceiveTask'))
    return { loop, message: readMessage(activity.messageRef, id, reading) };
  if (is(activity, 'bpmn:CallActivity')) return { loop, calledElement: activity.calledElement };
  return { loop };
}

/** `##unspecified` and its like name no topic. */
function readTopic(task: Drawn<Kinds['bpmn:ServiceTask']>, id: string): string {
  const said = task.implementation?.trim() ?? '';
  return said === '' || said.startsWith('##') ? id : said;
}

function readScript(task: Drawn<Kinds['bpmn:ScriptTask']>, id: string, reading: Reading): Pick<FlowNode, 'script' | 'resultVariable'> {
  const language = task.scriptFormat?.trim() ?? '';
  if (language !== '' && !isFeel(language)) reading.report('script.language', id, { language });
  const source = withoutEquals(task.script?.trim() ?? '');
  if (source === '') reading.report('script.missing', id);
  const target: Drawn | undefined = task.dataOutputAssociations?.[0]?.targetRef;
  return { script: { source, element: id }, resultVariable: target && dataName(reading, target, id) };
}
