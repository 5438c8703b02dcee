// Three people of the tests, by the offices that the small drawings name.
import type { Reader } from '../../../server/pipeline/who-acts.ts';

const reader = (person: string, ...offices: string[]): Reader => ({
  person,
  name: person,
  offices,
  bodies: [],
  roles: ['staff'],
  sessionEndsAt: Infinity,
});
export const clerk = reader('p-clerk', 'clerk');
export const chief = reader('p-chief', 'chief');
export const inspector = reader('p-inspector', 'discipline-inspector');
