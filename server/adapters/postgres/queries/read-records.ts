// Reads records: of one case, by idempotency key, or along the feed.
import type { StoredRecord } from '../../../ports/case-store.ts';
import type { Queryable } from '../database.ts';

interface Row {
  readonly case_id: string;
  readonly n: number;
  readonly prev: Buffer;
  readonly hash: Buffer;
  readonly bytes: Buffer;
  readonly at: Date;
  readonly position: number;
  readonly refused: boolean;
  readonly idempotency_key: string | null;
}
const columns = 'r.case_id, r.n, r.prev, r.hash, r.bytes, r.at, r.position, r.refused, r.idempotency_key';

const recordOf = (row: Row): StoredRecord => ({
  case: row.case_id,
  n: row.n,
  prev: row.prev.toString('hex'),
  hash: row.hash.toString('hex'),
  bytes: row.bytes,
  at: row.at.getTime(),
  position: row.position,
  refused: row.refused,
  ...(row.idempotency_key !== null && { key: row.idempotency_key }),
});

export async function readRecords(
  queryable: Queryable,
  range: { case: string; from: number; limit: number },
): Promise<readonly StoredRecord[]> {
  const { rows } = await queryable.query<Row>(
    `select ${columns} from case_head h join record r on r.month = h.month and r.case_id = h.id where h.id = $1 and r.n >= $2 order by r.n limit $3`,
    [range.case, range.from, range.limit],
  );
  return rows.map(recordOf);
}

export async function readRecordOfKey(queryable: Queryable, id: string, key: string): Promise<StoredRecord | undefined> {
  const { rows } = await queryable.query<Row>(
    `select ${columns} from case_head h join record r on r.month = h.month and r.case_id = h.id where h.id = $1 and r.idempotency_key = $2`,
    [id, key],
  );
  return rows.map(recordOf)[0];
}

export async function readFeedEnd(queryable: Queryable): Promise<number> {
  const { rows } = await queryable.query<{ end: number }>('select feed_horizon() as end');
  return rows[0]?.end ?? 0;
}

/** The horizon is read first and the rows by a later snapshot: the other way round a commit in between would be skipped. */
export async function readFeed(queryable: Queryable, after: number, limit: number): Promise<readonly StoredRecord[]> {
  const horizon = await readFeedEnd(queryable);
  if (horizon <= after) return [];
  const { rows } = await queryable.query<Row>(
    `select ${columns} from record r where r.position > $1 and r.position <= $2 order by r.position limit $3`,
    [after, horizon, limit],
  );
  return rows.map(recordOf);
}
