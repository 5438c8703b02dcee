// A new session.

import type { NewSession } from '../../../ports/people.ts';
import type { Queryable } from '../database.ts';

export async function insertSession(db: Queryable, session: NewSession): Promise<void> {
  await db.query('insert into session (id_hash, account, started_at, seen_at) values ($1, $2, $3, $3)', [
    Buffer.from(session.idHash),
    session.account,
    new Date(session.at),
  ]);
}
