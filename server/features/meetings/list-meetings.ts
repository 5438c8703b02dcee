// GET …/meetings: the meetings of a case, newest first, each as the fold of its facts; all numbers are the deliberation room's.
import { z } from 'zod';
import { type Deliberation, foldMeeting, type MeetingFact, type MeetingState, quorum, tally } from '../../../engine/index.ts';
import { caseId } from '../../contract/answers.ts';
import { type meeting, meetingList } from '../../contract/meetings.ts';
import { nameOfBody, nameOfOffice } from '../../pipeline/names.ts';
import { done } from '../../pipeline/outcome.ts';
import { type ReadRecord, readAll } from '../../pipeline/read-records.ts';
import { routesOf } from '../../pipeline/route.ts';
import { type SeenStand, seenStand } from '../../pipeline/seen-case.ts';
import type { Services } from '../../pipeline/services.ts';
import type { Roster } from '../../ports/people.ts';

type Meeting = z.output<typeof meeting>;

export const listMeetings = routesOf<Services>().json({
  method: 'GET',
  path: '/api/cases/:id/meetings',
  policy: 'signedIn',
  says: { zh: '事项的会议', en: 'Meetings of a case' },
  params: z.object({ id: caseId }),
  answer: meetingList,
  handle: async (services, { params, reader, at }) => {
    const seen = await seenStand(services, params.id, reader, at);
    if (!seen.ok) return seen;
    const [records, roster] = await Promise.all([readAll(services.cases, params.id), services.roster.at()]);
    const rule = seen.value.loaded.procedure.rules?.deliberation;
    if (!rule) return done({ meetings: [] });
    return done({
      meetings: heldMeetings(records)
        .map((held) => meetingOf(held, rule, seen.value, roster))
        .reverse(),
    });
  },
});

interface HeldMeeting {
  readonly node: number;
  readonly element: string;
  readonly facts: MeetingFact[];
}

/** Facts of each meeting by the subprocess that it is, in the order in which they were convened. */
export function heldMeetings(records: readonly ReadRecord[]): readonly HeldMeeting[] {
  const held = new Map<number, HeldMeeting>();
  const elements = new Map<number, string>();
  for (const { events } of records)
    for (const e of events) {
      if (e.type === 'SubprocessEntered') elements.set(e.node, e.element);
      if (e.type !== 'MeetingActed') continue;
      const found = held.get(e.node);
      if (found) found.facts.push(e.fact);
      else held.set(e.node, { node: e.node, element: elements.get(e.node) ?? e.element, facts: [e.fact] });
    }
  return [...held.values()];
}

function meetingOf(held: HeldMeeting, rule: Deliberation, stand: SeenStand, roster: Roster): Meeting {
  const state = foldMeeting(held.facts);
  const running = stand.state.status === 'running' && stand.state.nodes.has(held.node);
  const q = quorum(state, rule);
  const conclusion = conclusionOf(state, running);
  return {
    case: stand.row.id,
    node: held.node,
    element: held.element,
    running,
    body: state.body,
    bodyName: { ...nameOfBody(roster, state.body) },
    entitled: q.entitled,
    present: q.present,
    quorumNeeded: q.needed,
    quorumMet: q.met,
    members: state.members.map((m) => memberOf(m, state, roster)),
    ...(state.ballots.length > 0 && { tally: countedOf(state, rule) }),
    ...(conclusion !== undefined && { conclusion }),
  };
}

function memberOf(member: MeetingState['members'][number], state: MeetingState, roster: Roster): Meeting['members'][number] {
  const opinion = state.opinions.find((o) => o.person === member.person);
  const ballot = state.ballots.find((b) => b.person === member.person)?.choice;
  return {
    person: member.person,
    name: member.name,
    office: { ...nameOfOffice(roster, member.office) },
    chair: member.chair,
    present: state.present.includes(member.person),
    recused: state.recused.some((r) => r.person === member.person),
    ...(opinion && { opinion: { view: opinion.view, reason: opinion.reason } }),
    ...(ballot !== undefined && { ballot }),
  };
}

function countedOf(state: MeetingState, rule: Deliberation): NonNullable<Meeting['tally']> {
  const { agree, disagree, abstain, needed } = tally(state, rule);
  return { agree, disagree, abstain, needed };
}

/** A meeting that ended after its opinions and without a result put the item off; one without a quorum has no conclusion. */
const conclusionOf = (state: MeetingState, running: boolean): Meeting['conclusion'] =>
  state.conclusion ?? (!running && state.opinions.length > 0 ? 'postponed' : undefined);
