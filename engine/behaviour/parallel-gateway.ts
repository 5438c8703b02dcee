// Parallel gateway (BPMN 2.0.2 §13.4.1): one token of every incoming flow together, one on every outgoing flow.
import { passTogether } from './fragments.ts';
import { pass } from './pass.ts';
import type { Behaviour } from './stage.ts';

export const parallelGateway: Behaviour = { fragment: passTogether, fire: pass };
