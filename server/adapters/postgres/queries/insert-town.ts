// A whole town into an empty house: persons, offices, bodies, terms and accounts, all or nothing.

import type { Town } from '../../../ports/people.ts';
import type { Database, Queryable } from '../database.ts';

// Two servers that start at once must not both settle: the second waits for the lock and then finds somebody there.
const lockKey = 0x67_63_74_6f;
const at = (ms: number | undefined): Date | null => (ms === undefined ? null : new Date(ms));

export function insertTown(db: Database, town: Town): Promise<boolean> {
  return db.transaction(async (client) => {
    await client.query('select pg_advisory_xact_lock($1)', [lockKey]);
    const { rows } = await client.query('select from person limit 1');
    if (rows.length !== 0) return false;
    await fill(client, town);
    return true;
  });
}

async function fill(client: Queryable, town: Town): Promise<void> {
  for (const p of town.persons) await client.query('insert into person (id, name) values ($1, $2)', [p.id, p.name]);
  for (const o of town.offices)
    await client.query('insert into office (key, name_zh, name_en) values ($1, $2, $3)', [o.key, o.name.zh, o.name.en]);
  for (const b of town.bodies)
    await client.query('insert into body (key, name_zh, name_en) values ($1, $2, $3)', [b.key, b.name.zh, b.name.en]);
  for (const h of town.holdings)
    await client.query('insert into holding (person, office, from_at, until_at) values ($1, $2, $3, $4)', [
      h.person,
      h.office,
      at(h.from),
      at(h.until),
    ]);
  for (const m of town.memberships)
    await client.query(
      'insert into membership (body, person, office, chair, speaking_order, from_at, until_at) values ($1, $2, $3, $4, $5, $6, $7)',
      [m.body, m.person, m.office, m.chair, m.order, at(m.from), at(m.until)],
    );
  for (const a of town.accounts)
    await client.query('insert into account (name, person, password_hash, demo) values ($1, $2, $3, $4)', [
      a.name,
      a.person,
      a.passwordHash,
      a.demo,
    ]);
}
