// What BPMN 2.0 can draw and this engine does not execute yet. The one place: executing more means removing lines here.
// Promise: a drawing that has any of it is refused at the element (element.not-executable), never run with the part left out.
// Elements without a meaning for execution (artifacts, data stores, auditing, imports, relationships) are not listed.
import type { Drawn } from './drawn.ts';
import type { Words } from './json.ts';

export interface NotExecutable {
  /** This BPMN type or any type derived from it. */
  readonly type: string;
  /** Only where this holds; without it, always. */
  readonly when?: (element: Facts) => boolean;
  readonly what: Words;
}

/** An element's properties under their BPMN names. */
type Facts = Drawn<Readonly<Record<string, unknown>>>;

const line = (type: string, zh: string, en: string, when?: (element: Facts) => boolean): NotExecutable => ({
  type,
  what: { zh, en },
  ...(when ? { when } : {}),
});
const holds = (key: string) => (element: Facts) => element[key] === true;
const given = (key: string) => (element: Facts) => {
  const value = element[key];
  return Array.isArray(value) ? value.length > 0 : value !== undefined;
};
const many = (element: Facts) => {
  const own = element.eventDefinitions;
  const shared = element.eventDefinitionRef;
  return (Array.isArray(own) ? own.length : 0) + (Array.isArray(shared) ? shared.length : 0) > 1;
};

export const notExecutable: readonly NotExecutable[] = [
  line('bpmn:CallActivity', '调用活动', 'call activities'),
  line('bpmn:Transaction', '事务子流程', 'transactions'),
  line('bpmn:AdHocSubProcess', '特设子流程', 'ad-hoc subprocesses'),
  line('bpmn:BusinessRuleTask', '业务规则任务', 'business rule tasks'),
  line('bpmn:GlobalTask', '全局任务', 'global tasks'),
  line('bpmn:Activity', '补偿活动', 'compensation activities', holds('isForCompensation')),
  line('bpmn:Activity', '起始数量不为 1 的活动', 'activities with a start quantity other than 1', (e) => e.startQuantity !== 1),
  line('bpmn:Activity', '完成数量不为 1 的活动', 'activities with a completion quantity other than 1', (e) => e.completionQuantity !== 1),
  line(
    'bpmn:MultiInstanceLoopCharacteristics',
    '多实例抛出的事件',
    'events thrown by multi-instance activities',
    (e) => e.behavior !== 'All',
  ),
  line('bpmn:ReceiveTask', '由接收任务开始的流程', 'receive tasks that start a case', holds('instantiate')),
  line('bpmn:EventBasedGateway', '由事件网关开始的流程', 'event-based gateways that start a case', holds('instantiate')),
  line('bpmn:EventBasedGateway', '并行事件网关', 'parallel event-based gateways', (e) => e.eventGatewayType === 'Parallel'),
  line('bpmn:ComplexGateway', '复杂网关', 'complex gateways'),
  line('bpmn:Event', '多重事件', 'events with several triggers', many),
  line('bpmn:CompensateEventDefinition', '补偿事件', 'compensation events'),
  line('bpmn:CancelEventDefinition', '取消事件', 'cancel events'),
  line(
    'bpmn:ServiceTask',
    '服务任务的接口操作（请用 implementation 写明工作主题）',
    'operations of service tasks (name the job topic in implementation)',
    given('operationRef'),
  ),
  line('bpmn:SendTask', '发送任务的接口操作', 'operations of send tasks', given('operationRef')),
  line('bpmn:ReceiveTask', '接收任务的接口操作', 'operations of receive tasks', given('operationRef')),
  line('bpmn:MessageEventDefinition', '消息事件的接口操作', 'operations of message events', given('operationRef')),
  line('bpmn:DataAssociation', '带变换的数据关联', 'data associations with a transformation', given('transformation')),
  line('bpmn:DataAssociation', '带赋值的数据关联', 'data associations with assignments', given('assignment')),
  line('bpmn:ResourceRole', '资源角色（请用 gc:assignment 写明由谁办理）', 'resource roles (say in gc:assignment who does the step)'),
  line('bpmn:CorrelationSubscription', '关联订阅', 'correlation subscriptions'),
  line('bpmn:ParticipantMultiplicity', '参与者的多重性', 'participant multiplicity'),
  line('bpmn:ConversationNode', '会话', 'conversations'),
  line('bpmn:Choreography', '编排', 'choreographies'),
  line('bpmn:ChoreographyActivity', '编排活动', 'choreography activities'),
  line('bpmn:Extension', '必须理解的外来扩展', 'foreign extensions that must be understood', holds('mustUnderstand')),
];

const byTypes = new WeakMap<object, readonly NotExecutable[]>();

const nothing: readonly Words[] = [];

/** What of an element is not executed. */
export function whatIsNotExecuted(element: Drawn): readonly Words[] {
  const types = element.$descriptor.allTypesByName;
  if (!types) return nothing;
  let lines = byTypes.get(types);
  if (!lines) {
    lines = notExecutable.filter(({ type }) => type in types);
    byTypes.set(types, lines);
  }
  // An element's properties are read by name here: the table is data.
  return lines.length === 0 ? nothing : lines.filter(({ when }) => !when || when(element as Facts)).map(({ what }) => what);
}
