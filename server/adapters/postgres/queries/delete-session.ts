// Sign-out: the session is gone at once, on every server.
import type pg from 'pg';

export async function deleteSession(db: pg.Pool, idHash: Uint8Array): Promise<void> {
  await db.query({ name: 'delete-session', text: 'delete from session where id_hash = $1', values: [Buffer.from(idHash)] });
}
