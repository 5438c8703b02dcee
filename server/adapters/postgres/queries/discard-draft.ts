// Discards the draft of a procedure if it still stands at this revision; false, and nothing changed, otherwise.
// The row stays without its drawing, so that revisions go on counting (save-draft).
import type { Queryable } from '../database.ts';

export async function discardDraft(queryable: Queryable, key: string, revision: number): Promise<boolean> {
  const { rowCount } = await queryable.query(
    'update procedure_draft set revision = revision + 1, xml = null where key = $1 and revision = $2 and xml is not null',
    [key, revision],
  );
  return rowCount === 1;
}
