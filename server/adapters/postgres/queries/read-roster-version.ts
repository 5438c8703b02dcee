// The roster's version: moves with every change of who is who.
import type { Queryable } from '../database.ts';

export async function readRosterVersion(db: Queryable): Promise<number> {
  const { rows } = await db.query<{ n: number }>('select n from roster_version');
  return rows[0]?.n ?? 0;
}
