// The roster's version: moves with every change of who is who.
import type pg from 'pg';

export async function readRosterVersion(db: pg.Pool): Promise<number> {
  const { rows } = await db.query<{ n: string }>({ name: 'read-roster-version', text: 'select n from roster_version' });
  return Number(rows[0]?.n ?? 0);
}
