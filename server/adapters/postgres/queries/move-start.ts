// After a try of a timer start: on to its next turn, away where none follows, or again later. A turn that was moved on before is left alone.
import type { DueStart } from '../../../ports/procedure-store.ts';
import type { Queryable } from '../database.ts';

const turn = 'key = $1 and version = $2 and element = $3 and fired = $4';
const nameOf = (start: DueStart): readonly unknown[] => [start.key, start.version, start.element, start.fired];

export async function moveStart(queryable: Queryable, start: DueStart, nextAt: number | undefined): Promise<void> {
  if (nextAt !== undefined) {
    const { rowCount } = await queryable.query(
      `update timed_start set fired = fired + 1, due_at = $5, next_attempt_at = $5, attempts = 0, last_error = null
       where ${turn} and not exists (select 1 from procedure_version v where v.key = $1 and v.version > $2)`,
      [...nameOf(start), new Date(nextAt)],
    );
    if (rowCount === 1) return;
  }
  await queryable.query(`delete from timed_start where ${turn}`, nameOf(start));
}

export async function putOffStart(queryable: Queryable, start: DueStart, { at, error }: { at: number; error: string }): Promise<void> {
  await queryable.query(`update timed_start set next_attempt_at = $5, last_error = $6 where ${turn}`, [
    ...nameOf(start),
    new Date(at),
    error.replaceAll('\0', '').slice(0, 2_000),
  ]);
}
