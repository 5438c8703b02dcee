// The gates before a person's step is complete, in the order in which their refusals help most. Adding a gate: one file, one line.
// Quorum, recusal and "chief last" are the meeting's own gates (deliberation/decide-meeting).
import type { Refusal } from '../execution/refusal.ts';
import { assigned } from './assigned.ts';
import type { Attempt, Gate } from './attempt.ts';
import { formComplete } from './form-complete.ts';
import { minimumElapsed } from './minimum-elapsed.ts';
import { objectionReleased } from './objection-released.ts';
import { separatedHands } from './separated-hands.ts';
import { supervisorTookPart } from './supervisor-took-part.ts';

const gates: readonly Gate[] = [assigned, separatedHands, minimumElapsed, supervisorTookPart, objectionReleased, formComplete];

export function passGates(attempt: Attempt): Refusal | undefined {
  for (const gate of gates) {
    const refused = gate(attempt);
    if (refused) return refused;
  }
  return undefined;
}
