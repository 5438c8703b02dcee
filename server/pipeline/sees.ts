// Which cases a reader may see: secretaries, supervisors and administrators all, others those that concern them.
import type { Sees } from '../ports/case-views.ts';
import type { Reader } from './who-acts.ts';

export const seesOf = (reader: Reader): Sees =>
  reader.roles.some((r) => r === 'secretary' || r === 'supervisor' || r === 'admin')
    ? 'all'
    : { person: reader.person, offices: reader.offices, bodies: reader.bodies.map((b) => b.key) };
