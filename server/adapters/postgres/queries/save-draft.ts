// Reads and saves the draft of a procedure. Saving from an older revision than the stored one changes nothing.
import type { Draft } from '../../../ports/procedure-store.ts';
import type { Queryable } from '../database.ts';

interface Row {
  readonly key: string;
  readonly revision: number;
  readonly base_version: number;
  readonly xml: string;
  readonly saved_at: Date;
  readonly saved_by: string;
}
const draftOf = (row: Row): Draft => ({
  key: row.key,
  revision: row.revision,
  baseVersion: row.base_version,
  xml: row.xml,
  savedAt: row.saved_at.getTime(),
  savedBy: row.saved_by,
});

export async function readDraft(queryable: Queryable, key: string): Promise<Draft | undefined> {
  const { rows } = await queryable.query<Row>('select * from procedure_draft where key = $1 and xml is not null', [key]);
  return rows.map(draftOf)[0];
}

export async function saveDraft(queryable: Queryable, draft: Draft): Promise<Draft | undefined> {
  const values = [draft.key, draft.revision, draft.baseVersion, draft.xml, new Date(draft.savedAt), draft.savedBy];
  const { rows } = await queryable.query<Row>(
    draft.revision === 0
      ? `insert into procedure_draft (key, revision, base_version, xml, saved_at, saved_by) values ($1, $2::int + 1, $3, $4, $5, $6)
         on conflict (key) do update set revision = procedure_draft.revision + 1, base_version = $3, xml = $4, saved_at = $5, saved_by = $6
         where procedure_draft.xml is null returning *`
      : `update procedure_draft set revision = revision + 1, base_version = $3, xml = $4, saved_at = $5, saved_by = $6
         where key = $1 and revision = $2 and xml is not null returning *`,
    values,
  );
  return rows.map(draftOf)[0];
}
