// Names of persons and offices for people's eyes; who is not in the roster any more is shown by id.
import type { Words } from '../../engine/index.ts';
import type { Roster } from '../ports/people.ts';

export const nameOfPerson = (roster: Roster, person: string): string =>
  person === 'system' ? '系统 System' : (roster.persons.get(person) ?? person);
export const nameOfOffice = (roster: Roster, office: string): Words => roster.offices.get(office) ?? { zh: office, en: office };
export const nameOfBody = (roster: Roster, body: string): Words => roster.bodies.get(body) ?? { zh: body, en: body };
