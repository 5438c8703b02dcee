// GET …/records/export: the record of a case as a file for `guicheng verify`, whole or not.
import { z } from 'zod';
import { exportRecords } from '../../../engine/index.ts';
import { caseId } from '../../contract/answers.ts';
import { done, refused } from '../../pipeline/outcome.ts';
import { allRecords } from '../../pipeline/read-records.ts';
import { routesOf } from '../../pipeline/route.ts';
import { seenCase } from '../../pipeline/seen-case.ts';
import type { Services } from '../../pipeline/services.ts';

export const exportRecordsRoute = routesOf<Services>().lines({
  method: 'GET',
  path: '/api/cases/:id/records/export',
  policy: 'signedIn',
  perMinute: 30,
  says: { zh: '导出记录', en: 'Export the record' },
  params: z.object({ id: caseId }),
  handle: async (services, { params, reader, at }) => {
    const seen = await seenCase(services, params.id, reader, at);
    if (!seen.ok) return seen;
    const { procedure, procedureVersion } = seen.value;
    const [records, loaded] = await Promise.all([
      allRecords(services.cases, params.id),
      services.library.find(procedure, procedureVersion),
    ]);
    if (!loaded) return refused('procedure.unknown');
    return done({ name: `${params.id}.ndjson`, text: exportRecords({ case: params.id, procedure: loaded.procedure.ref }, records) });
  },
});
