// Who acts: offices and roles as of a moment, the office acted in, and a roster that is never older than asked for.
import { describe, expect, test } from 'vitest';
import { demoTown } from '../../server/features/demo/settle-town.ts';
import { committee, demoOffices, personOf } from '../../server/features/demo/town.ts';
import { actorOf, directoryAt, officesOf, readerOf, rolesOf, rosterKeeper } from '../../server/pipeline/who-acts.ts';
import type { Roster } from '../../server/ports/people.ts';

const town = demoTown('');
const roster = (more: Partial<Roster> = {}): Roster => ({
  version: 1,
  persons: new Map(town.persons.map((p) => [p.id, p.name])),
  offices: new Map(town.offices.map((o) => [o.key, o.name])),
  bodies: new Map(town.bodies.map((b) => [b.key, b.name])),
  holdings: town.holdings,
  memberships: town.memberships,
  ...more,
});
const now = Date.UTC(2026, 10, 22);

describe('offices', () => {
  const person = 'p-archivist';
  const term = (from: number, until?: number) =>
    roster({ holdings: [{ person, office: 'archivist', from, ...(until !== undefined && { until }) }] });
  test('are held from their first instant and not at their last', () => {
    expect(officesOf(term(now), person, now)).toEqual(['archivist']);
    expect(officesOf(term(now + 1), person, now)).toEqual([]);
    expect(officesOf(term(0, now + 1), person, now)).toEqual(['archivist']);
    expect(officesOf(term(0, now), person, now)).toEqual([]);
    expect(directoryAt(term(0, now), now).holders).toEqual({});
  });
  test('decide the roles; who has none of the special ones is staff', () => {
    const roles = (office: string) => readerOf(roster(), personOf(office), now, now)?.roles;
    expect(demoOffices.filter((o) => roles(o.key)?.includes('staff')).map((o) => o.key)).toEqual([
      'undertaking-section',
      'deputy-in-charge',
      'party-recorder',
      'legal-office',
      'risk-office',
      'expert-panel',
      'consultation-office',
      'supervision-office',
      'disclosure-officer',
      'archivist',
    ]);
    expect(roles('discipline-secretary')).toEqual(['member', 'supervisor']);
    expect(roles('procedure-drafter')).toEqual(['drafter']);
    expect(rolesOf([], false)).toEqual(['staff']);
    expect(readerOf(roster(), 'p-nobody', now, now)).toBeUndefined();
  });
});

describe('the office acted in', () => {
  const mayor = { person: 'p-mayor', offices: ['mayor', 'deputy-in-charge'] };
  test('is the one the step asks for, else the first', () => {
    expect(actorOf(mayor, ['deputy-in-charge']).office).toBe('deputy-in-charge');
    expect(actorOf(mayor, ['archivist']).office).toBe('mayor');
    expect(officesOf(roster(), 'p-mayor', now)).toEqual(mayor.offices);
  });
});

test('a body speaks in its order, with its chair', () => {
  const members = directoryAt(roster(), now).bodies[committee.key] ?? [];
  expect(members.map((m) => m.office)).toEqual(committee.members);
  expect(members.filter((m) => m.chair).map((m) => m.office)).toEqual(['party-secretary']);
});

test('a roster that was being read before a change is read again for who knows of the change', async () => {
  let version = 1;
  let reads = 0;
  const answers: (() => void)[] = [];
  const keeper = rosterKeeper({
    rosterVersion: async () => version,
    roster: () => {
      reads += 1;
      const read = roster({ version });
      return new Promise((ok) => answers.push(() => ok(read)));
    },
  });
  const before = keeper.at(1);
  version = 2;
  const after = keeper.at(2);
  answers.shift()?.();
  expect((await before).version).toBe(1);
  await expect.poll(() => answers.length).toBe(1);
  answers.shift()?.();
  expect((await after).version).toBe(2);
  expect((await keeper.at(2)).version).toBe(2);
  expect(reads).toBe(2);
});
