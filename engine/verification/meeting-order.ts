// The stages of a meeting follow one another by the drawn flows, whatever conditions say: nobody speaks or votes before sign-in, the
// chief only after the opinions, and a result is announced only after a ballot.
import { type MeetingStage, meetingOf, stageWords } from './meeting.ts';
import { beginningsOf, reachableFrom } from './reachable.ts';
import type { ProcedureRule } from './rule.ts';

/** [stage, stage that every way to it passes first]. */
const orders: readonly (readonly [MeetingStage, MeetingStage])[] = [
  ['opinions', 'signIn'],
  ['ballot', 'signIn'],
  ['chiefOpinion', 'opinions'],
  ['announce', 'ballot'],
];

export const meetingOrder: ProcedureRule = {
  name: 'meeting-order',
  check: ({ graph, nodes }, report) => {
    for (const meeting of nodes) {
      if (meeting.rules.deliberation?.stage !== 'meeting' || meeting.inner === undefined) continue;
      const inside = nodes.filter((node) => meetingOf(graph, node) === meeting);
      const at = (stage: MeetingStage) => inside.filter(({ rules }) => rules.deliberation?.stage === stage).map(({ id }) => id);
      for (const [stage, before] of orders) {
        const first = at(before);
        // A missing stage has its own problem.
        if (first.length === 0) continue;
        // Leaving the meeting and coming back starts a new one: the way ends at the meeting itself.
        const around = reachableFrom(graph, beginningsOf(graph, meeting.inner), new Set([...first, ...outside(meeting.outgoing)]));
        for (const id of at(stage)) if (around.has(id)) report('meeting.order', id, { before: stageWords[before] });
      }
    }
  },
};

const outside = (outgoing: readonly { readonly target: string }[]): readonly string[] => outgoing.map(({ target }) => target);
