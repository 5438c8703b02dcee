// Each stage of a meeting is drawn so that the meeting can count it: inside the meeting, done by people, once for each of the right
// people, opinions one after another.
import type { FlowNode } from '../model/graph.ts';
import type { Report } from '../model/problems.ts';
import { type MeetingStage, meetingOf, stageWords } from './meeting.ts';
import type { ProcedureRule } from './rule.ts';

const doneByPeople: ReadonlySet<MeetingStage> = new Set(['signIn', 'opinions', 'chiefOpinion', 'ballot', 'announce']);
/** Stage → variable, written at sign-in, that holds those who take part in it. */
const collections: ReadonlyMap<MeetingStage, string> = new Map([
  ['opinions', 'speakers'],
  ['ballot', 'voters'],
]);

export const meetingStages: ProcedureRule = {
  name: 'meeting-stages',
  check: ({ graph, nodes }, report) => {
    for (const node of nodes) {
      const stage = node.rules.deliberation?.stage;
      if (!stage || stage === 'meeting') continue;
      if (!meetingOf(graph, node)) report('meeting.stage-outside', node.id, { stage: stageWords[stage] });
      if (doneByPeople.has(stage) && node.kind !== 'bpmn:UserTask') {
        report('meeting.stage-kind', node.id, { stage: stageWords[stage] });
        continue;
      }
      checkRepetition(node, stage, report);
    }
  },
};

function checkRepetition(node: FlowNode, stage: MeetingStage, report: Report): void {
  const collection = collections.get(stage);
  if (stage === 'chiefOpinion') {
    if (node.loop) report('stage.repeated', node.id);
    checkPerson(node, { stage, wanted: 'chief', nameless: false }, report);
  }
  if (collection === undefined) return;
  if (node.loop?.kind !== 'multi') {
    report('stage.not-repeated', node.id, { stage: stageWords[stage] });
    return;
  }
  if (stage === 'opinions' && !node.loop.sequential) report('stage.not-in-order', node.id);
  if (node.loop.collection !== collection) report('stage.collection', node.id, { stage: stageWords[stage], wanted: collection });
  checkPerson(
    node,
    { stage, wanted: node.loop.item ?? (stage === 'ballot' ? 'voter' : 'speaker'), nameless: node.loop.item === undefined },
    report,
  );
}

interface Expected {
  readonly stage: MeetingStage;
  readonly wanted: string;
  /** The repetition gives its people no name, so that no assignment can mean them. */
  readonly nameless: boolean;
}

/** Offices beside the person would let somebody else speak or vote. */
function checkPerson(node: FlowNode, { stage, wanted, nameless }: Expected, report: Report): void {
  const { assignment } = node.rules;
  // A step without any assignment has its own problem.
  if (!assignment || (assignment.offices.length === 0 && assignment.person === undefined)) return;
  const person = (assignment.person ?? '').replace(/^=/, '').trim();
  if (nameless || person !== wanted || assignment.offices.length > 0) report('stage.person', node.id, { stage: stageWords[stage], wanted });
}
