// Takes debts that are due, each for one worker at a time: taking moves the next attempt behind the lease, so a worker that dies
// delays its debts and never loses them. Rows that another worker is taking at this moment are passed over, not waited for.
import type { JsonObject } from '../../../../engine/index.ts';
import type { Debt, DebtName, Lease } from '../../../ports/case-store.ts';
import type { Queryable } from '../database.ts';

interface Row {
  readonly case_id: string;
  readonly kind: Debt['kind'];
  readonly ref: number;
  readonly topic: string | null;
  readonly detail: JsonObject;
  readonly due_at: Date;
  readonly attempts: number;
  readonly aim: string | null;
}

export async function takeDue(
  queryable: Queryable,
  request: { at: number; lease: Lease; limit: number; only?: DebtName },
): Promise<readonly Debt[]> {
  const { at, lease, limit, only } = request;
  const { rows } = await queryable.query<Row>(
    `update owed o set attempts = o.attempts + 1, next_attempt_at = case o.kind when 'job' then $2::timestamptz else $7::timestamptz end
     from (select case_id, kind, ref from owed
           where next_attempt_at <= $1 and ($4::uuid is null or (case_id = $4 and kind = $5 and ref = $6))
           order by next_attempt_at limit $3 for update skip locked) due
     where (o.case_id, o.kind, o.ref) = (due.case_id, due.kind, due.ref)
     returning o.case_id, o.kind, o.ref, o.topic, o.detail, o.due_at, o.attempts, o.aim`,
    [
      new Date(at),
      new Date(at + lease.jobMs),
      limit,
      only?.case ?? null,
      only?.kind ?? null,
      only?.ref ?? null,
      new Date(at + lease.otherMs),
    ],
  );
  return rows.map((row) => ({
    case: row.case_id,
    kind: row.kind,
    ref: row.ref,
    ...(row.topic !== null && { topic: row.topic }),
    detail: row.detail,
    dueAt: row.due_at.getTime(),
    attempts: row.attempts,
    ...(row.aim !== null && { aim: row.aim }),
  }));
}

export async function readDueBefore(queryable: Queryable, until: number, limit: number): Promise<readonly (DebtName & { at: number })[]> {
  const { rows } = await queryable.query<Row & { next_attempt_at: Date }>(
    'select case_id, kind, ref, next_attempt_at from owed where next_attempt_at <= $1 order by next_attempt_at limit $2',
    [new Date(until), limit],
  );
  return rows.map((row) => ({ case: row.case_id, kind: row.kind, ref: row.ref, at: row.next_attempt_at.getTime() }));
}
