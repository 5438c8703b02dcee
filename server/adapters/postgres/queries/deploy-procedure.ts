// Deploys a procedure version, removes the draft it came from and arms its timer starts in place of older versions', all or nothing.
// What was due before under an older version stays: it is still owed.
import type { TimedStart } from '../../../../engine/index.ts';
import type { ProcedureVersion } from '../../../ports/procedure-store.ts';
import type { Queryable } from '../database.ts';

/** False when the version is not the newest plus one. */
export async function deployProcedure(queryable: Queryable, version: ProcedureVersion, starts: readonly TimedStart[]): Promise<boolean> {
  const { rowCount } = await queryable.query(
    `with deployed as (
       insert into procedure_version (key, version, name, process, xml, rules, forms, hash, message_starts, summary, note, deployed_at, deployed_by)
       select $1, $2::int, $3, $4, $5, $6::json, $7::json, $8, $9, $10::json, $11, $12, $13
       where (select coalesce(max(version), 0) from procedure_version where key = $1) = $2::int - 1
       on conflict (key, version) do nothing returning key
     ), removed as (
       update procedure_draft set revision = revision + 1, xml = null where key in (select key from deployed)
     ), disarmed as (
       delete from timed_start where key in (select key from deployed) and due_at > $12
     ), armed as (
       insert into timed_start (key, version, element, timer, armed_at, due_at, next_attempt_at)
       select d.key, $2::int, s.element, s.timer, $12, s.due_at, s.due_at
       from deployed d, unnest($14::text[], $15::text[], $16::timestamptz[]) s (element, timer, due_at)
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
      starts.map((start) => start.element),
      starts.map((start) => start.text),
      starts.map((start) => new Date(start.dueAt)),
    ],
  );
  return rowCount === 1;
}
