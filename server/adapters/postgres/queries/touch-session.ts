// Notes that a session was used; never moves backwards.
import type pg from 'pg';

export async function touchSession(db: pg.Pool, idHash: Uint8Array, at: number): Promise<void> {
  await db.query({ name: 'touch-session', text: 'update session set seen_at = greatest(seen_at, $2) where id_hash = $1', values: [Buffer.from(idHash), new Date(at)] });
}
