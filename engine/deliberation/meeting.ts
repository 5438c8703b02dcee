// A meeting as the fold of its facts: roster, attendance, recusals, opinions, ballots, conclusion. Pure; own decide and evolve.
import type { MeetingFact } from '../case/event.ts';
import type { JsonObject } from '../model/json.ts';
import type { RuleObject } from '../model/rule-object.ts';
import { meets, needed } from './arithmetic.ts';

export type View = 'agree' | 'disagree' | 'postpone';
export type Choice = 'agree' | 'disagree' | 'abstain';
export type Deliberation = NonNullable<RuleObject['deliberation']>;

export interface Member {
  readonly person: string;
  readonly name: string;
  readonly office: string;
  readonly chair: boolean;
  readonly order: number;
}
export interface Opinion {
  readonly person: string;
  readonly view: View;
  readonly reason: string;
}
export interface MeetingState {
  readonly body: string;
  readonly level: 'ordinary' | 'major';
  readonly members: readonly Member[];
  readonly present: readonly string[];
  readonly recused: readonly { readonly person: string; readonly reason: string }[];
  readonly rollClosed: boolean;
  readonly opinions: readonly Opinion[];
  readonly ballots: readonly { readonly person: string; readonly choice: Choice }[];
  readonly conclusion?: 'passed' | 'rejected';
}

/** What a meeting has on record. Published shapes never change. */
export type MeetingEvent =
  | { readonly type: 'MeetingConvened'; readonly body: string; readonly level: 'ordinary' | 'major'; readonly members: readonly Member[] }
  | { readonly type: 'MemberSignedIn'; readonly person: string; readonly by: string }
  | { readonly type: 'RecusalDeclared'; readonly person: string; readonly reason: string }
  | { readonly type: 'RollClosed'; readonly present: number; readonly entitled: number; readonly needed: number; readonly met: boolean }
  | { readonly type: 'OpinionGiven'; readonly person: string; readonly view: View; readonly reason: string; readonly chief: boolean }
  | { readonly type: 'BallotCast'; readonly person: string; readonly choice: Choice }
  | {
      readonly type: 'ResultAnnounced';
      readonly agree: number;
      readonly disagree: number;
      readonly abstain: number;
      readonly base: number;
      readonly needed: number;
      readonly conclusion: 'passed' | 'rejected';
    };

const before: MeetingState = {
  body: '',
  level: 'ordinary',
  members: [],
  present: [],
  recused: [],
  rollClosed: false,
  opinions: [],
  ballots: [],
};

/** Total: a fact of an unknown type leaves the meeting as it is. */
export function evolveMeeting(m: MeetingState, fact: MeetingEvent): MeetingState {
  switch (fact.type) {
    case 'MeetingConvened':
      return { ...m, body: fact.body, level: fact.level, members: fact.members };
    case 'MemberSignedIn':
      return { ...m, present: [...m.present, fact.person] };
    case 'RecusalDeclared':
      return { ...m, recused: [...m.recused, { person: fact.person, reason: fact.reason }] };
    case 'RollClosed':
      return { ...m, rollClosed: true };
    case 'OpinionGiven':
      return { ...m, opinions: [...m.opinions, { person: fact.person, view: fact.view, reason: fact.reason }] };
    case 'BallotCast':
      return { ...m, ballots: [...m.ballots, { person: fact.person, choice: fact.choice }] };
    case 'ResultAnnounced':
      return { ...m, conclusion: fact.conclusion };
    default:
      return m;
  }
}

export function foldMeeting(facts: readonly MeetingFact[]): MeetingState {
  // Facts are written only by this room; the case keeps them as plain data.
  return facts.reduce((m, f) => evolveMeeting(m, f as unknown as MeetingEvent), before);
}

export const isRecused = (m: MeetingState, person: string): boolean => m.recused.some((r) => r.person === person);
export const isMember = (m: MeetingState, person: string): boolean => m.members.some((x) => x.person === person);

/** Present and not recused, in speaking order; the chief is last wherever the roster puts him. */
export function voters(m: MeetingState): readonly Member[] {
  const chief = chiefOf(m);
  return m.members
    .filter((x) => m.present.includes(x.person) && !isRecused(m, x.person))
    .sort((a, b) => Number(a.person === chief) - Number(b.person === chief) || a.order - b.order);
}

/** The chair when present and not recused, else the present member who speaks last of the others (acting chair). */
export function chiefOf(m: MeetingState): string | undefined {
  const able = m.members.filter((x) => m.present.includes(x.person) && !isRecused(m, x.person));
  return (able.find((x) => x.chair) ?? [...able].sort((a, b) => b.order - a.order)[0])?.person;
}

/** Quorum counts those in the room; recused members stay in the base where the rule says so. */
export function quorum(
  m: MeetingState,
  rule: Deliberation,
): { readonly entitled: number; readonly present: number; readonly needed: number; readonly met: boolean } {
  const out = rule.recusedCounted ? 0 : m.recused.length;
  const entitled = m.members.length - out;
  const present = m.present.filter((p) => isMember(m, p) && (rule.recusedCounted || !isRecused(m, p))).length;
  const t = rule.quorum[m.level];
  return { entitled, present, needed: needed(entitled, t), met: meets(present, entitled, t) };
}

const count = <T extends string>(values: readonly T[], v: T): number => values.filter((x) => x === v).length;

export function opinionTally(m: MeetingState): Record<View, number> {
  const views = m.opinions.map((o) => o.view);
  return { agree: count(views, 'agree'), disagree: count(views, 'disagree'), postpone: count(views, 'postpone') };
}

/** Yes and no nearly even, or many for postponing. */
export function bigSplit(m: MeetingState, rule: Deliberation): boolean {
  const t = opinionTally(m);
  const even = t.disagree > 0 && Math.abs(t.agree - t.disagree) <= rule.split.marginAtMost;
  return even || (t.postpone > 0 && meets(t.postpone, m.opinions.length, rule.split.postponeAtLeast));
}

export interface Result {
  readonly agree: number;
  readonly disagree: number;
  readonly abstain: number;
  readonly base: number;
  readonly needed: number;
  readonly conclusion: 'passed' | 'rejected';
}

export function tally(m: MeetingState, rule: Deliberation): Result {
  const choices = m.ballots.map((b) => b.choice);
  const q = quorum(m, rule);
  const base = rule.pass.of === 'entitled' ? q.entitled : q.present;
  const agree = count(choices, 'agree');
  return {
    agree,
    disagree: count(choices, 'disagree'),
    abstain: count(choices, 'abstain'),
    base,
    needed: needed(base, rule.pass),
    conclusion: meets(agree, base, rule.pass) ? 'passed' : 'rejected',
  };
}

/** What the drawing's later steps read after the roll is closed. */
export function rollVariables(m: MeetingState, rule: Deliberation): JsonObject {
  const able = voters(m).map((x) => x.person);
  const chief = chiefOf(m);
  const q = quorum(m, rule);
  return {
    present: m.present,
    voters: able,
    speakers: able.filter((p) => p !== chief),
    chief: chief ?? null,
    entitled: q.entitled,
    quorumMet: q.met,
  };
}
