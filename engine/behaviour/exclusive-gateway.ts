// Exclusive gateway (BPMN 2.0.2 §13.4.2): each token by itself takes the first flow whose condition holds, else the default;
// where there is neither, an incident.
import { passEach } from './fragments.ts';
import { pass } from './pass.ts';
import type { Behaviour } from './stage.ts';

export const exclusiveGateway: Behaviour = { fragment: passEach, fire: pass };
