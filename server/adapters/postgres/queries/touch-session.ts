// Notes that a session was used; never moves backwards.
import type { Queryable } from '../database.ts';

export async function touchSession(db: Queryable, idHash: Uint8Array, at: number): Promise<void> {
  await db.query('update session set seen_at = greatest(seen_at, $2) where id_hash = $1', [Buffer.from(idHash), new Date(at)]);
}
