// When the open duties of a case were opened: node → time.
import type pg from 'pg';

export async function listOpeningTimes(db: pg.Pool, id: string): Promise<ReadonlyMap<number, number>> {
  const { rows } = await db.query<{ node: number; opened_at: Date }>({ name: 'list-opening-times', text: 'select node, min(opened_at) as opened_at from work_item where case_id = $1 group by node', values: [id] });
  return new Map(rows.map((r) => [r.node, r.opened_at.getTime()]));
}
