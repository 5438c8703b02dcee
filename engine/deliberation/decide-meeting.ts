// What a meeting accepts: orders in, facts or a refusal out. It knows its roster and its rule, nothing of the case around it.
import type { RefusalCode } from '../execution/refusal.ts';
import type { Choice, Deliberation, MeetingEvent, MeetingState, View } from './meeting.ts';
import { chiefOf, isMember, isRecused, quorum, tally, voters } from './meeting.ts';

export type MeetingOrder =
  | { readonly type: 'signIn'; readonly person: string; readonly by: string; readonly mayForOthers: boolean }
  | { readonly type: 'recuse'; readonly person: string; readonly by: string; readonly mayForOthers: boolean; readonly reason: string }
  | { readonly type: 'closeRoll' }
  | { readonly type: 'speak'; readonly person: string; readonly view: unknown; readonly reason: unknown; readonly chief: boolean }
  | { readonly type: 'vote'; readonly person: string; readonly choice: unknown }
  | { readonly type: 'announce' };

export type MeetingDecision =
  | { readonly ok: true; readonly facts: readonly MeetingEvent[] }
  | { readonly ok: false; readonly code: RefusalCode };

const no = (code: RefusalCode): MeetingDecision => ({ ok: false, code });
const yes = (...facts: MeetingEvent[]): MeetingDecision => ({ ok: true, facts });

export function decideMeeting(m: MeetingState, order: MeetingOrder, rule: Deliberation): MeetingDecision {
  switch (order.type) {
    case 'signIn':
      if (!isMember(m, order.person)) return no('meeting.not-a-member');
      if (order.person !== order.by && !order.mayForOthers) return no('meeting.sign-in-for-others');
      if (m.present.includes(order.person)) return no('meeting.already-signed-in');
      return yes({ type: 'MemberSignedIn', person: order.person, by: order.by });
    case 'recuse':
      if (!isMember(m, order.person)) return no('meeting.not-a-member');
      if (order.person !== order.by && !order.mayForOthers) return no('meeting.sign-in-for-others');
      return isRecused(m, order.person) ? yes() : yes({ type: 'RecusalDeclared', person: order.person, reason: order.reason });
    case 'closeRoll': {
      const q = quorum(m, rule);
      return yes({ type: 'RollClosed', present: q.present, entitled: q.entitled, needed: q.needed, met: q.met });
    }
    case 'speak':
      return speak(m, order, rule);
    case 'vote':
      return vote(m, order, rule);
    case 'announce': {
      if (!quorum(m, rule).met) return no('gate.quorum-not-met');
      return yes({ type: 'ResultAnnounced', ...tally(m, rule) });
    }
  }
}

function speak(m: MeetingState, order: Extract<MeetingOrder, { type: 'speak' }>, rule: Deliberation): MeetingDecision {
  if (isRecused(m, order.person)) return no('gate.recused');
  if (!m.present.includes(order.person)) return no('meeting.not-a-member');
  if (!isView(order.view, rule)) return no('meeting.view-unknown');
  const silent = voters(m).filter((x) => x.person !== order.person && !m.opinions.some((o) => o.person === x.person));
  const speaksAsChief = order.chief || order.person === chiefOf(m);
  if (speaksAsChief && silent.length > 0) return no('gate.chief-last');
  const reason = typeof order.reason === 'string' ? order.reason : '';
  return yes({ type: 'OpinionGiven', person: order.person, view: order.view, reason, chief: speaksAsChief });
}

function vote(m: MeetingState, order: Extract<MeetingOrder, { type: 'vote' }>, rule: Deliberation): MeetingDecision {
  if (isRecused(m, order.person)) return no('gate.recused');
  if (!m.present.includes(order.person)) return no('meeting.not-a-member');
  if (!quorum(m, rule).met) return no('gate.quorum-not-met');
  // Every ballot comes after every opinion, the chief's included: a vote may not be a route around "chief last".
  if (voters(m).some((x) => !m.opinions.some((o) => o.person === x.person))) return no('gate.chief-last');
  if (!isChoice(order.choice, rule)) return no('meeting.choice-unknown');
  return yes({ type: 'BallotCast', person: order.person, choice: order.choice });
}

const isView = (v: unknown, rule: Deliberation): v is View => rule.opinions.some((o) => o === v);
const isChoice = (c: unknown, rule: Deliberation): c is Choice => rule.ballots.some((b) => b === c);
