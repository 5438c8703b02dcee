// When the open duties of a case were opened: node → time.
import type { Queryable } from '../database.ts';

export async function listOpeningTimes(db: Queryable, id: string): Promise<ReadonlyMap<number, number>> {
  const { rows } = await db.query<{ node: number; opened_at: Date }>(
    'select node, min(opened_at) as opened_at from work_item where case_id = $1 group by node',
    [id],
  );
  return new Map(rows.map((r) => [r.node, r.opened_at.getTime()]));
}
