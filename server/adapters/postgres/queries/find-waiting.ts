// Finds the cases that wait for a message or signal. A wait with a key takes only its key; one without takes any.
import type { Queryable } from '../database.ts';

export async function findWaiting(queryable: Queryable, sought: { kind: 'message' | 'signal'; name: string; key?: string }): Promise<readonly string[]> {
  const { rows } = await queryable.query<{ case_id: string }>(
    'select distinct case_id from awaited where kind = $1 and name = $2 and ($3::text is null or key is null or key = $3) order by case_id',
    [sought.kind, sought.name, sought.key ?? null],
  );
  return rows.map((row) => row.case_id);
}
