// Deploys a procedure version and removes the draft it came from, both or neither.
import type { ProcedureVersion } from '../../../ports/procedure-store.ts';
import type { Queryable } from '../database.ts';

/** False when the version is not the newest plus one. */
export async function deployProcedure(queryable: Queryable, version: ProcedureVersion): Promise<boolean> {
  const { rowCount } = await queryable.query(
    `with deployed as (
       insert into procedure_version (key, version, name, process, xml, rules, forms, hash, message_starts, summary, note, deployed_at, deployed_by)
       select $1, $2::int, $3, $4, $5, $6::json, $7::json, $8, $9, $10::json, $11, $12, $13
       where (select coalesce(max(version), 0) from procedure_version where key = $1) = $2::int - 1
       on conflict (key, version) do nothing returning key
     ), removed as (
       update procedure_draft set revision = revision + 1, xml = null where key in (select key from deployed)
     )
     select key from deployed`,
    [
      version.key,
      version.version,
      version.name,
      version.process,
      Buffer.from(version.xml),
      version.rules === undefined ? null : JSON.stringify(version.rules),
      JSON.stringify(version.forms),
      Buffer.from(version.hash, 'hex'),
      version.messageStarts,
      JSON.stringify(version.summary),
      version.note,
      new Date(version.deployedAt),
      version.deployedBy,
    ],
  );
  return rowCount === 1;
}
