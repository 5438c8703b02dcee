// What completing a step of a meeting means to the meeting, and what it leaves for the drawing's later steps.
import type { RefusalCode } from '../execution/refusal.ts';
import type { DeliberationRule } from '../model/dialect.ts';
import type { JsonObject } from '../model/json.ts';
import { decideMeeting, type MeetingOrder } from './decide-meeting.ts';
import {
  bigSplit,
  type Deliberation,
  evolveMeeting,
  type MeetingEvent,
  type MeetingState,
  opinionTally,
  rollVariables,
} from './meeting.ts';

export type StepDone =
  | { readonly ok: true; readonly facts: readonly MeetingEvent[]; readonly output: JsonObject }
  | { readonly ok: false; readonly code: RefusalCode };

interface Step {
  readonly stage: DeliberationRule['stage'];
  readonly person: string;
  readonly values: JsonObject;
}

/** Opinions and ballots go into the meeting and nowhere else; results are computed, never handed in. */
export function completeStep(meeting: MeetingState, step: Step, rule: Deliberation): StepDone {
  const order = orderOf(step);
  if (!order) return { ok: true, facts: [], output: step.values };
  const decided = decideMeeting(meeting, order, rule);
  if (!decided.ok) return decided;
  const after = decided.facts.reduce(evolveMeeting, meeting);
  return { ok: true, facts: decided.facts, output: outputOf(step, after, rule) };
}

function orderOf(step: Step): MeetingOrder | undefined {
  switch (step.stage) {
    case 'signIn':
      return { type: 'closeRoll' };
    case 'opinions':
    case 'chiefOpinion':
      return {
        type: 'speak',
        person: step.person,
        view: step.values.view,
        reason: step.values.reason,
        chief: step.stage === 'chiefOpinion',
      };
    case 'ballot':
      return { type: 'vote', person: step.person, choice: step.values.choice };
    case 'announce':
      return { type: 'announce' };
    case 'meeting':
    case 'quorum':
    case 'present':
      return undefined;
  }
}

function outputOf(step: Step, after: MeetingState, rule: Deliberation): JsonObject {
  switch (step.stage) {
    case 'signIn':
      return { ...step.values, ...rollVariables(after, rule) };
    case 'chiefOpinion':
      return { opinionTally: opinionTally(after), bigSplit: bigSplit(after, rule) };
    case 'announce': {
      const result = resultOf(after, rule);
      return { ...step.values, ...result };
    }
    default:
      return {};
  }
}

function resultOf(after: MeetingState, rule: Deliberation): JsonObject {
  const done = decideMeeting(after, { type: 'announce' }, rule);
  const fact = done.ok ? done.facts.find((f) => f.type === 'ResultAnnounced') : undefined;
  if (!fact) return {};
  return {
    ballotTally: { agree: fact.agree, disagree: fact.disagree, abstain: fact.abstain },
    passed: fact.conclusion === 'passed',
    conclusion: fact.conclusion,
  };
}
