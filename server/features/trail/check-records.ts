// GET …/records/check: is the record of a case whole? The engine's verifier over the stored bytes.
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type Sha256, verifyRecords } from '../../../engine/index.ts';
import { caseId } from '../../contract/answers.ts';
import { recordCheck } from '../../contract/trail.ts';
import { done, refused } from '../../pipeline/outcome.ts';
import { allRecords } from '../../pipeline/read-records.ts';
import { routesOf } from '../../pipeline/route.ts';
import { seenCase } from '../../pipeline/seen-case.ts';
import type { Services } from '../../pipeline/services.ts';

export const checkRecords = routesOf<Services>().json({
  method: 'GET',
  path: '/api/cases/:id/records/check',
  policy: 'signedIn',
  says: { zh: '核验记录', en: 'Verify the record' },
  params: z.object({ id: caseId }),
  answer: recordCheck,
  handle: async (services, { params, reader, at }) => {
    const seen = await seenCase(services, params.id, reader, at);
    if (!seen.ok) return seen;
    const [records, loaded] = await Promise.all([allRecords(services.cases, params.id), services.cases.load(params.id)]);
    if (!loaded) return refused('case.unknown');
    const verdict = verifyRecords(
      records.map((r) => ({ n: r.n, hash: r.hash, bytes: r.bytes })),
      sha256,
      { case: params.id, head: loaded.head.hash, count: loaded.head.version },
    );
    const last = records.at(-1)?.hash ?? '';
    return done(
      verdict.whole
        ? { whole: true, records: verdict.records, head: verdict.head }
        : { whole: false, records: verdict.records, head: last, firstBad: { ...verdict.firstBad, words: { ...verdict.firstBad.words } } },
    );
  },
});

const sha256: Sha256 = (bytes) => createHash('sha256').update(bytes).digest();
