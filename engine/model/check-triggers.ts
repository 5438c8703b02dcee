// Which trigger may stand on which event (BPMN 2.0.2 §10.5.5, table 10.93).
import type { EventKind, ProcessGraph, Trigger } from './graph.ts';
import type { Words } from './json.ts';
import type { ProblemCode, Report } from './problems.ts';
import { scopeKind } from './scope-kind.ts';

type TriggerKind = Trigger['kind'];

const allowed: Readonly<Record<EventKind, { readonly code: ProblemCode; readonly triggers: ReadonlySet<TriggerKind> }>> = {
  'bpmn:StartEvent': { code: 'start.wrong-trigger', triggers: new Set(['none', 'message', 'timer', 'signal', 'conditional']) },
  'bpmn:EndEvent': {
    code: 'end.wrong-trigger',
    triggers: new Set(['none', 'message', 'signal', 'error', 'escalation', 'terminate', 'cancel', 'compensation']),
  },
  'bpmn:IntermediateCatchEvent': { code: 'catch.wrong-trigger', triggers: new Set(['message', 'timer', 'signal', 'conditional', 'link']) },
  'bpmn:IntermediateThrowEvent': {
    code: 'throw.wrong-trigger',
    triggers: new Set(['none', 'message', 'signal', 'escalation', 'compensation', 'link']),
  },
  'bpmn:BoundaryEvent': {
    code: 'boundary.wrong-trigger',
    triggers: new Set(['message', 'timer', 'signal', 'error', 'escalation', 'conditional', 'compensation', 'cancel']),
  },
};

const eventSubprocessStart: ReadonlySet<TriggerKind> = new Set([
  'none',
  'message',
  'timer',
  'signal',
  'error',
  'escalation',
  'conditional',
  'compensation',
]);

const names: Readonly<Record<TriggerKind, Words>> = {
  none: { zh: '无类型', en: 'no trigger' },
  terminate: { zh: '终止', en: 'a terminate trigger' },
  timer: { zh: '定时', en: 'a timer' },
  message: { zh: '消息', en: 'a message' },
  signal: { zh: '信号', en: 'a signal' },
  error: { zh: '错误', en: 'an error' },
  escalation: { zh: '升级', en: 'an escalation' },
  conditional: { zh: '条件', en: 'a condition' },
  compensation: { zh: '补偿', en: 'a compensation' },
  cancel: { zh: '取消', en: 'a cancel trigger' },
  link: { zh: '链接', en: 'a link' },
};

export function checkTriggers(graph: ProcessGraph, report: Report): void {
  for (const scope of graph.scopes) {
    const kind = scopeKind(graph, scope);
    for (const id of scope.nodes) {
      const node = graph.nodes.get(id);
      const rule = node && Object.hasOwn(allowed, node.kind) ? allowed[node.kind as EventKind] : undefined;
      if (!node || !rule) continue;
      const start = node.kind === 'bpmn:StartEvent';
      // The start of an embedded subprocess has a rule and words of its own.
      if (start && kind === 'subprocess') continue;
      if (start && kind === 'process' && node.trigger.kind === 'conditional') {
        // There is no case yet whose data could make it true.
        report('element.not-executable', id, { what: { zh: '由条件开始的流程', en: 'conditions that start a case' } });
        continue;
      }
      const triggers = start && kind === 'event-subprocess' ? eventSubprocessStart : rule.triggers;
      if (!triggers.has(node.trigger.kind)) report(rule.code, id, { trigger: names[node.trigger.kind] });
    }
  }
}
