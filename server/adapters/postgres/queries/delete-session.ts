// Sign-out: the session is gone at once, on every server.
import type { Queryable } from '../database.ts';

export async function deleteSession(db: Queryable, idHash: Uint8Array): Promise<void> {
  await db.query('delete from session where id_hash = $1', [Buffer.from(idHash)]);
}
