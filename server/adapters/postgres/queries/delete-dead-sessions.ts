// Sessions that can never be valid again.

import type { SessionLimits } from '../../../ports/people.ts';
import type { Queryable } from '../database.ts';

export async function deleteDeadSessions(db: Queryable, at: number, limits: SessionLimits): Promise<number> {
  const { rowCount } = await db.query('delete from session where seen_at <= $1 or started_at <= $2', [
    new Date(at - limits.idleMs),
    new Date(at - limits.absoluteMs),
  ]);
  return rowCount ?? 0;
}
