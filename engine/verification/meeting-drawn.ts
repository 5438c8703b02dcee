// A meeting is an embedded subprocess of a body that has rules of deliberation, with all the stages a decision needs inside it.
import type { DeliberationRule } from '../model/dialect.ts';
import type { FlowNode } from '../model/graph.ts';
import { meetingOf, stageWords } from './meeting.ts';
import type { ProcedureRule, Subject } from './rule.ts';

const required: readonly DeliberationRule['stage'][] = ['signIn', 'opinions', 'chiefOpinion', 'ballot', 'announce'];

export const meetingDrawn: ProcedureRule = {
  name: 'meeting-drawn',
  check: (subject, report) => {
    for (const node of subject.nodes) {
      const rule = node.rules.deliberation;
      if (rule?.stage !== 'meeting') continue;
      if (node.kind !== 'bpmn:SubProcess') report('meeting.not-a-subprocess', node.id);
      else for (const stage of missingStages(subject, node)) report('meeting.stage-missing', node.id, { stage: stageWords[stage] });
      const ruled = subject.rules?.deliberation?.body;
      if (rule.body === undefined) report('meeting.body-missing', node.id);
      // A rule object that is named but not at hand has its own problem.
      else if (ruled === undefined && (subject.rules || !subject.graph.rules.rules)) report('meeting.without-rules', node.id);
      else if (ruled !== undefined && ruled !== rule.body) report('meeting.body-not-ruled', node.id, { body: rule.body, ruled });
    }
  },
};

function missingStages({ graph, nodes }: Subject, meeting: FlowNode): readonly DeliberationRule['stage'][] {
  const drawn = new Set(nodes.filter((node) => meetingOf(graph, node) === meeting).map(({ rules }) => rules.deliberation?.stage));
  return required.filter((stage) => !drawn.has(stage));
}
