// Finds the cases that wait for a message or signal. A wait with a key takes only its key; one without takes any.
import type { Queryable } from '../database.ts';

export interface Sought {
  readonly kind: 'message' | 'signal';
  readonly name: string;
  readonly keys: readonly string[];
}

export async function findWaiting(queryable: Queryable, sought: Sought): Promise<readonly { case: string; key?: string }[]> {
  const { rows } = await queryable.query<{ id: string; key: string | null }>(
    `select h.id, w.key from awaited w join case_head h on h.id = w.case_id
     where w.kind = $1 and w.name = $2 and (w.key is null or w.key = any ($3)) and h.status = 'running'
     order by w.key is null, h.started_at, h.id, w.wait`,
    [sought.kind, sought.name, sought.keys],
  );
  return rows.map((row) => ({ case: row.id, ...(row.key !== null && { key: row.key }) }));
}
