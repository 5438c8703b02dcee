// A timer or deadline is due: the case is told. If it no longer waits, the debt is void; the core alone says what a deadline may do.
import type { Debt } from '../ports/case-store.ts';
import { backOff, done, type EffectTools, putOff, settled, type Tried } from './effect.ts';

export async function fireTimer({ desk, now }: EffectTools, debt: Debt): Promise<Tried> {
  const outcome = await desk.orderBySystem({ case: debt.case, command: { type: 'FireTimer', wait: debt.ref } });
  // Where the same wait goes on (a cycle), the act has moved the row to its next time: nothing of it may be removed here.
  if (outcome.ok) return done;
  switch (outcome.refusal.code) {
    case 'wait.unknown':
    case 'case.unknown':
    case 'case.not-running':
      return settled;
    case 'wait.not-due':
      return putOff(Math.max(debt.dueAt, now() + 50), 'wait.not-due');
    default:
      return putOff(now() + backOff(debt.attempts, 600_000), outcome.refusal.code);
  }
}
