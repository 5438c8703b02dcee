// Stages as the public page shows them. Promise: a stage that the case has left behind without entering it is not said to be ahead. Pure.
import type { PublicCase, Stage } from '../../api/public.ts';

export interface ShownStage {
  readonly name: string;
  readonly state: Stage['state'] | 'passedBy';
  readonly since?: string;
}

export function shownStages({ stages, status }: Pick<PublicCase, 'stages' | 'status'>): readonly ShownStage[] {
  const farthest = status === 'running' ? stages.findLastIndex((s) => s.state !== 'ahead') : stages.length;
  return stages.map(({ name, state, since }, place) => ({
    name,
    state: state === 'ahead' && place < farthest ? 'passedBy' : state,
    ...(since === undefined ? {} : { since }),
  }));
}
