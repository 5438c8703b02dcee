// GET …/records: the record of a case, line by line.
import { z } from 'zod';
import { caseId, page } from '../../contract/answers.ts';
import { type recordLine, recordList } from '../../contract/trail.ts';
import { nameOfPerson } from '../../pipeline/names.ts';
import { instant } from '../../pipeline/open-step.ts';
import { done } from '../../pipeline/outcome.ts';
import { readRecord } from '../../pipeline/read-records.ts';
import { routesOf } from '../../pipeline/route.ts';
import { seenCase } from '../../pipeline/seen-case.ts';
import type { Services } from '../../pipeline/services.ts';
import type { StoredRecord } from '../../ports/case-store.ts';
import type { Roster } from '../../ports/people.ts';

export const listRecords = routesOf<Services>().json({
  method: 'GET',
  path: '/api/cases/:id/records',
  policy: 'signedIn',
  says: { zh: '事项的记录', en: 'Records of a case' },
  params: z.object({ id: caseId }),
  query: page.pick({ page: true, size: true }),
  answer: recordList,
  handle: async (services, { params, query, reader, at }) => {
    const seen = await seenCase(services, params.id, reader, at);
    if (!seen.ok) return seen;
    const from = (query.page - 1) * query.size + 1;
    const [records, roster] = await Promise.all([services.cases.records(params.id, from, query.size), services.roster.at()]);
    return done({ items: records.map((r) => recordLineOf(r, roster)), total: seen.value.version, page: query.page, size: query.size });
  },
});

/** A damaged record is listed as it is stored, with nothing read out of it. */
function recordLineOf(stored: StoredRecord, roster: Roster): z.output<typeof recordLine> {
  const read = readRecord(stored);
  return {
    n: stored.n,
    at: instant(stored.at),
    hash: stored.hash,
    prev: stored.prev,
    bytes: stored.bytes.length,
    command: read?.command ?? '',
    ...(read && { by: nameOfPerson(roster, read.person) }),
    events: read?.events.map((e) => e.type) ?? [],
    refused: stored.refused,
  };
}
