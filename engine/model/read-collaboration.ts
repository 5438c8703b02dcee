// Pools and message flows of a file (BPMN 2.0.2 chapter 9).
// Promise: message flows join pools, activities and events that exist; every other is reported and left out.
import { type Drawn, is, type Kinds } from './drawn.ts';
import type { Drawing } from './graph.ts';
import { present } from './present.ts';
import type { Reading } from './reading.ts';

type Collaboration = Drawn<Kinds['bpmn:Collaboration']>;

const aProcess = { zh: '流程', en: 'a process' };

export function readPools(collaborations: readonly Collaboration[], reading: Reading): Drawing['pools'] {
  return collaborations.flatMap(({ participants }) =>
    (participants ?? []).flatMap((participant) => {
      const { id, name, processRef } = participant;
      if (id === undefined) return [];
      if (processRef && !is(processRef, 'bpmn:Process')) {
        reading.report('reference.wrong-kind', id, { property: 'processRef', target: (processRef as Drawn).id ?? '', wanted: aProcess });
        return [];
      }
      return [{ id, ...present({ name, process: processRef?.id }) }];
    }),
  );
}

export function readMessageFlows(collaborations: readonly Collaboration[], reading: Reading): Drawing['messageFlows'] {
  return collaborations.flatMap(({ messageFlows }) =>
    (messageFlows ?? []).flatMap((flow) => {
      const id = flow.id ?? '';
      const source: Drawn | undefined = flow.sourceRef;
      const target: Drawn | undefined = flow.targetRef;
      if (!source?.id || !target?.id) {
        reading.report('message.flow-dangling', id);
        return [];
      }
      const wrong = [source, target].find((end) => !canTalk(end));
      if (wrong) {
        reading.report('message.flow-wrong-end', id, { target: wrong.id ?? '' });
        return [];
      }
      return [{ id, source: source.id, target: target.id }];
    }),
  );
}

const canTalk = (end: Drawn): boolean =>
  is(end, 'bpmn:Participant') || is(end, 'bpmn:Activity') || is(end, 'bpmn:CatchEvent') || is(end, 'bpmn:ThrowEvent');
