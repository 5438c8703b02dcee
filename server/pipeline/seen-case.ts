// A case that the reader may see, or nothing. The right is asked in the query; a case that may not be seen does not exist for the reader.
import type { CaseRow } from '../ports/case-views.ts';
import type { CaseStand } from './desk.ts';
import { done, type Outcome, refused } from './outcome.ts';
import { seesOf } from './sees.ts';
import type { Services } from './services.ts';
import type { Reader } from './who-acts.ts';

export async function seenCase(services: Pick<Services, 'views'>, id: string, reader: Reader, at: number): Promise<Outcome<CaseRow>> {
  const row = await services.views.case(id, seesOf(reader), at);
  return row ? done(row) : refused('case.unknown');
}

export interface SeenStand extends CaseStand {
  readonly row: CaseRow;
}
export async function seenStand(
  services: Pick<Services, 'views' | 'desk'>,
  id: string,
  reader: Reader,
  at: number,
): Promise<Outcome<SeenStand>> {
  const row = await seenCase(services, id, reader, at);
  if (!row.ok) return row;
  const stand = await services.desk.stand(id);
  return stand ? done({ ...stand, row: row.value }) : refused('case.unknown');
}
