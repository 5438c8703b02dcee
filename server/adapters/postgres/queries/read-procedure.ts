// Reads deployed procedure versions.
import type { Json, JsonObject } from '../../../../engine/index.ts';
import type { ProcedureVersion } from '../../../ports/procedure-store.ts';
import type { Queryable } from '../database.ts';

interface Row {
  readonly key: string;
  readonly version: number;
  readonly name: string;
  readonly process: string;
  readonly xml: Buffer;
  readonly rules: Json;
  readonly forms: JsonObject;
  readonly hash: Buffer;
  readonly message_starts: readonly string[];
  readonly summary: JsonObject;
  readonly note: string;
  readonly deployed_at: Date;
  readonly deployed_by: string;
}

const versionOf = (row: Row): ProcedureVersion => ({
  key: row.key,
  version: row.version,
  name: row.name,
  process: row.process,
  xml: row.xml,
  ...(row.rules !== null && { rules: row.rules }),
  forms: row.forms,
  hash: row.hash.toString('hex'),
  messageStarts: row.message_starts,
  summary: row.summary,
  note: row.note,
  deployedAt: row.deployed_at.getTime(),
  deployedBy: row.deployed_by,
});

/** Without a version: the newest. */
export async function readProcedure(queryable: Queryable, key: string, version?: number): Promise<ProcedureVersion | undefined> {
  const { rows } = await queryable.query<Row>(
    'select * from procedure_version where key = $1 and ($2::int is null or version = $2) order by version desc limit 1',
    [key, version ?? null],
  );
  return rows.map(versionOf)[0];
}

export async function findStartedBy(queryable: Queryable, message: string): Promise<readonly { key: string; version: number }[]> {
  const { rows } = await queryable.query<{ key: string; version: number }>(
    `select p.key, p.version from procedure_version p
     where p.message_starts @> array[$1] and not exists (select 1 from procedure_version q where q.key = p.key and q.version > p.version) order by p.key`,
    [message],
  );
  return rows;
}
