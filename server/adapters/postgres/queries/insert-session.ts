// A new session.
import type pg from 'pg';
import type { NewSession } from '../../../ports/people.ts';

export async function insertSession(db: pg.Pool, session: NewSession): Promise<void> {
  await db.query({
    name: 'insert-session',
    text: 'insert into session (id_hash, account, started_at, seen_at) values ($1, $2, $3, $3)',
    values: [Buffer.from(session.idHash), session.account, new Date(session.at)],
  });
}
