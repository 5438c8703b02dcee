// Start event (BPMN 2.0.2 §13.5.1): the case, or the subprocess, begins here; an event subprocess when its trigger happens.
import { startOccurred } from './event-sub-process.ts';
import { passEach } from './fragments.ts';
import { pass } from './pass.ts';
import type { Behaviour } from './stage.ts';

export const startEvent: Behaviour = { fragment: passEach, fire: pass, occurred: startOccurred };
