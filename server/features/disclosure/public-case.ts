// One case with its stage line, for the public.
import type { z } from 'zod';
import type { publicCase } from '../../contract/public.ts';
import { readAll } from '../../pipeline/read-records.ts';
import type { Services } from '../../pipeline/services.ts';
import type { CaseRow } from '../../ports/case-views.ts';
import { stageLine } from './public-stages.ts';

export async function publicCaseOf(
  services: Pick<Services, 'desk' | 'cases'>,
  row: CaseRow,
): Promise<z.output<typeof publicCase> | undefined> {
  const [stand, records] = await Promise.all([services.desk.stand(row.id), readAll(services.cases, row.id)]);
  if (!stand) return undefined;
  return {
    id: row.id,
    title: row.title,
    procedure: row.procedure,
    procedureName: row.procedureName,
    status: row.status,
    startedAt: new Date(row.startedAt).toISOString(),
    changedAt: new Date(row.changedAt).toISOString(),
    stages: stageLine(stand.loaded.procedure.graph, stand.state, records),
  };
}
