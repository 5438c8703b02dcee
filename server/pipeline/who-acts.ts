// Who acts: from a session and the roster to the plain data the core decides with, true at one moment.
// Promise: nothing is remembered beyond the roster's version; an office that ended a millisecond ago is not held any more.
import type { Actor, BodyMember, Directory } from '../../engine/index.ts';
import type { Role } from '../contract/identity.ts';
import type { Membership, People, Roster, Term } from '../ports/people.ts';

/** Somebody signed in, as of the moment of the request. */
export interface Reader {
  readonly person: string;
  readonly name: string;
  readonly offices: readonly string[];
  readonly bodies: readonly { readonly key: string; readonly chair: boolean }[];
  readonly roles: readonly Role[];
  readonly sessionEndsAt: number;
}

const inForce = (term: Term, at: number): boolean => term.from <= at && (term.until === undefined || at < term.until);

export function officesOf(roster: Roster, person: string, at: number): readonly string[] {
  return [...new Set(roster.holdings.filter((h) => h.person === person && inForce(h, at)).map((h) => h.office))];
}

const membershipsOf = (roster: Roster, person: string, at: number): readonly Membership[] =>
  roster.memberships.filter((m) => m.person === person && inForce(m, at));

/** Roles follow from offices and bodies; who has none of the special ones is staff. */
export function rolesOf(offices: readonly string[], inBodies: boolean): readonly Role[] {
  const roles: Role[] = [];
  if (offices.includes('procedure-drafter')) roles.push('drafter');
  if (offices.includes('meeting-secretary')) roles.push('secretary');
  if (inBodies) roles.push('member');
  if (offices.some((o) => o.startsWith('discipline-'))) roles.push('supervisor');
  if (offices.includes('administrator')) roles.push('admin');
  if (roles.length === 0) roles.push('staff');
  return roles;
}

export function readerOf(roster: Roster, person: string, at: number, sessionEndsAt: number): Reader | undefined {
  const name = roster.persons.get(person);
  if (name === undefined) return undefined;
  const offices = officesOf(roster, person, at);
  const memberships = membershipsOf(roster, person, at);
  return {
    person,
    name,
    offices,
    bodies: memberships.map((m) => ({ key: m.body, chair: m.chair })),
    roles: rolesOf(offices, memberships.length > 0),
    sessionEndsAt,
  };
}

/** What is known of offices and bodies at a moment. */
export function directoryAt(roster: Roster, at: number): Directory {
  const holders: Record<string, string[]> = {};
  for (const h of roster.holdings) {
    if (!inForce(h, at)) continue;
    const held = holders[h.office];
    if (held) held.push(h.person);
    else holders[h.office] = [h.person];
  }
  const bodies: Record<string, BodyMember[]> = {};
  for (const key of roster.bodies.keys()) bodies[key] = [];
  for (const m of roster.memberships) {
    if (!inForce(m, at)) continue;
    // A membership cannot name a body that is not in the roster (foreign key).
    bodies[m.body]?.push({
      person: m.person,
      name: roster.persons.get(m.person) ?? m.person,
      office: m.office,
      chair: m.chair,
      order: m.order,
    });
  }
  for (const members of Object.values(bodies)) members.sort((a, b) => a.order - b.order);
  return { bodies, holders };
}

/** A person with several offices acts in the one that the step asks for, else in the first. */
export function actorOf(reader: Pick<Reader, 'person' | 'offices'>, askedFor: readonly string[]): Actor {
  const office = reader.offices.find((o) => askedFor.includes(o)) ?? reader.offices[0] ?? '';
  return { kind: 'person', person: reader.person, office, offices: reader.offices };
}

/** Keeps the newest roster; asks for it again only when its version has moved. */
export function rosterKeeper(people: Pick<People, 'roster' | 'rosterVersion'>) {
  let kept: Roster | undefined;
  let loading: Promise<Roster> | undefined;
  const load = (): Promise<Roster> => {
    loading ??= people.roster().finally(() => {
      loading = undefined;
    });
    return loading;
  };
  return {
    /** The roster at least as new as `version` (which the session look-up brings along). */
    async at(version?: number): Promise<Roster> {
      const wanted = version ?? (await people.rosterVersion());
      // A load that was already under way may have begun before the change: ask again.
      while (kept === undefined || kept.version < wanted) kept = await load();
      return kept;
    },
    latest: (): Roster | undefined => kept,
  };
}
export type RosterKeeper = ReturnType<typeof rosterKeeper>;
