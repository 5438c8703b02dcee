// Acts of members at a meeting other than completing a step: signing in, declaring recusal.
import { at } from '../behaviour/stage.ts';
import type { MeetingFact } from '../case/event.ts';
import type { NodeState } from '../case/state.ts';
import { decideMeeting, type MeetingOrder } from '../deliberation/decide-meeting.ts';
import { type Deliberation, foldMeeting, type MeetingState } from '../deliberation/meeting.ts';
import type { Command } from './command.ts';
import { type Refusal, refuse } from './refusal.ts';
import type { Run } from './run.ts';

export interface LiveMeeting {
  readonly node: number;
  readonly state: MeetingState;
  readonly rule: Deliberation;
}

/** The meeting around a live node, by the rule object that the case is bound to. */
export function meetingOf(run: Pick<Run, 'live' | 'procedure'>, live: NodeState): LiveMeeting | undefined {
  const rule = run.procedure.rules?.deliberation;
  for (let n: NodeState | undefined = live; n; n = run.live(n.within))
    if (n.meeting.length > 0) return rule ? { node: n.id, state: foldMeeting(n.meeting), rule } : undefined;
  return undefined;
}

export function signIn(run: Run, c: Extract<Command, { type: 'SignIn' }>): Refusal | undefined {
  return actInRoll(run, c.node, (by, mayForOthers) => ({ type: 'signIn', person: c.person, by, mayForOthers }));
}
export function declareRecusal(run: Run, c: Extract<Command, { type: 'DeclareRecusal' }>): Refusal | undefined {
  return actInRoll(run, c.node, (by, mayForOthers) => ({ type: 'recuse', person: c.person, by, mayForOthers, reason: c.reason }));
}

/** Only while the sign-in step is open. The secretary, to whom the step is assigned, may act for a member in the room. */
function actInRoll(run: Run, id: number, order: (by: string, mayForOthers: boolean) => MeetingOrder): Refusal | undefined {
  const live = run.live(id);
  if (!live?.task) return refuse('task.unknown');
  const node = run.nodeOf(live.element);
  if (node.rules.deliberation?.stage !== 'signIn') return refuse('task.wrong-kind', { element: node.id });
  if (live.task.status === 'held') return refuse('task.held', { element: node.id });
  if (run.facts.by.kind !== 'person') return refuse('gate.system-may-not-act', { element: node.id });
  const meeting = meetingOf(run, live);
  if (!meeting) return refuse('meeting.none', { element: node.id });
  const secretary = run.facts.by.offices.some((o) => live.task?.offices.includes(o));
  const decided = decideMeeting(meeting.state, order(run.facts.by.person, secretary), meeting.rule);
  if (!decided.ok) return refuse(decided.code, { element: node.id });
  for (const f of decided.facts) run.emit({ type: 'MeetingActed', node: meeting.node, ...at(node), fact: f as unknown as MeetingFact });
  return undefined;
}
