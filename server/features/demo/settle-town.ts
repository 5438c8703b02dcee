// Loads the demonstration town into an empty database. Promise: does nothing where anybody lives already; all accounts are marked as demo.
import type { People, Town } from '../../ports/people.ts';
import { committee, demoOffices, demoPassword, furtherHoldings, personOf } from './town.ts';

/** In force since before anything that will ever be recorded. */
const from = Date.UTC(2026, 0, 1);

export async function settleTown(people: People, hashPassword: (password: string) => Promise<string>): Promise<'settled' | 'inhabited'> {
  if ((await people.roster()).persons.size > 0) return 'inhabited';
  // One password for all, shown on the sign-in page: hashed once, so that starting does not take half a minute.
  const passwordHash = await hashPassword(demoPassword);
  return (await people.addTown(demoTown(passwordHash))) ? 'settled' : 'inhabited';
}

export const demoTown = (passwordHash: string): Town => ({
  persons: demoOffices.map((o) => ({ id: personOf(o.key), name: o.name.zh })),
  offices: demoOffices.map((o) => ({ key: o.key, name: o.name })),
  bodies: [{ key: committee.key, name: committee.name }],
  // A person's own office comes first: it is the one acted in where a step asks for none in particular.
  holdings: [
    ...demoOffices.map((o) => ({ person: personOf(o.key), office: o.key, from })),
    ...furtherHoldings.map((h) => ({ ...h, from: from + 1 })),
  ],
  memberships: committee.members.map((key, i) => ({
    body: committee.key,
    person: personOf(key),
    office: key,
    chair: key === committee.chair,
    order: i + 1,
    from,
  })),
  accounts: demoOffices.map((o) => ({ name: o.name.zh, person: personOf(o.key), passwordHash, demo: true })),
});
