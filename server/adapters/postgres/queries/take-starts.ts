// Takes timer starts that are due, each for one worker at a time. A turn that falls behind the deployment of a newer version is void.
import type { DueStart } from '../../../ports/procedure-store.ts';
import type { Queryable } from '../database.ts';

interface Row {
  readonly key: string;
  readonly version: number;
  readonly element: string;
  readonly timer: string;
  readonly armed_at: Date;
  readonly fired: number;
  readonly due_at: Date;
  readonly attempts: number;
}

export async function takeStarts(
  queryable: Queryable,
  { at, leaseMs, limit }: { at: number; leaseMs: number; limit: number },
): Promise<readonly DueStart[]> {
  const { rows } = await queryable.query<Row>(
    `update timed_start t set attempts = t.attempts + 1, next_attempt_at = $2
     from (select s.key, s.version, s.element from timed_start s
           where s.next_attempt_at <= $1 and not exists (
             select 1 from procedure_version v where v.key = s.key and v.version > s.version and v.deployed_at < s.due_at)
           order by s.next_attempt_at limit $3 for update skip locked) due
     where (t.key, t.version, t.element) = (due.key, due.version, due.element)
     returning t.key, t.version, t.element, t.timer, t.armed_at, t.fired, t.due_at, t.attempts`,
    [new Date(at), new Date(at + leaseMs), limit],
  );
  return rows.map((row) => ({
    key: row.key,
    version: row.version,
    element: row.element,
    text: row.timer,
    armedAt: row.armed_at.getTime(),
    fired: row.fired,
    dueAt: row.due_at.getTime(),
    attempts: row.attempts,
  }));
}
