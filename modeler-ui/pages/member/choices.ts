// What a member can choose at a stage: as the step's form lists it, or as the rules have it when the form does not say.
import type { Form, Words } from '../../../engine/index.ts';
import { en } from '../../words/en.ts';
import { zh } from '../../words/zh.ts';

export type VoteStage = 'opinions' | 'chiefOpinion' | 'ballot';

type VoteKey = 'agree' | 'disagree' | 'postpone' | 'abstain';
const usual: Record<VoteStage, readonly VoteKey[]> = {
  opinions: ['agree', 'disagree', 'postpone'],
  chiefOpinion: ['agree', 'disagree', 'postpone'],
  ballot: ['agree', 'disagree', 'abstain'],
};

/** Variable that takes the choice. */
export const choiceKey = (stage: VoteStage): string => (stage === 'ballot' ? 'choice' : 'view');

/** The form of the stage when the drawing gives none. */
export function usualForm(stage: VoteStage): Form {
  const option = (key: VoteKey) => ({ value: key, label: { zh: zh.vote[key], en: en.vote[key] } });
  const choice = {
    key: choiceKey(stage),
    type: 'choice' as const,
    required: true,
    label: { zh: zh.vote.opinionAsk, en: en.vote.opinionAsk },
    options: usual[stage].map(option),
  };
  const reason = {
    key: 'reason',
    type: 'longText' as const,
    required: false,
    maxLength: 4000,
    label: { zh: zh.vote.reason, en: en.vote.reason },
  };
  return { key: stage, title: choice.label, fields: stage === 'ballot' ? [choice] : [choice, reason] };
}

export interface BigChoice {
  readonly value: string;
  readonly label: Words;
}

export function bigChoices(form: Form, stage: VoteStage): readonly BigChoice[] {
  const field = form.fields.find((f) => f.key === choiceKey(stage));
  return field?.type === 'choice' ? field.options : [];
}
