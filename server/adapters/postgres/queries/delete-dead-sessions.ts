// Sessions that can never be valid again.
import type pg from 'pg';
import type { SessionLimits } from '../../../ports/people.ts';

export async function deleteDeadSessions(db: pg.Pool, at: number, limits: SessionLimits): Promise<number> {
  const { rowCount } = await db.query({
    name: 'delete-dead-sessions',
    text: 'delete from session where seen_at <= $1 or started_at <= $2',
    values: [new Date(at - limits.idleMs), new Date(at - limits.absoluteMs)],
  });
  return rowCount ?? 0;
}
