// GET /api/public/live: that a public case has moved on, to anybody; not what happened and not where.
import { z } from 'zod';
import { caseId } from '../../contract/answers.ts';
import { liveAct } from '../../contract/live.ts';
import type { LiveAct } from '../../pipeline/act-feed.ts';
import { done, refused } from '../../pipeline/outcome.ts';
import { routesOf } from '../../pipeline/route.ts';
import type { Services } from '../../pipeline/services.ts';
import { countIn } from './counted-streams.ts';
import { startOf, streamOf } from './stream.ts';

/** A whole office may share one address. */
const mostOfOneAddress = 50;

export const followPublicCases = routesOf<Services>().events({
  method: 'GET',
  path: '/api/public/live',
  policy: 'anyone',
  says: { zh: '公开的实时动态', en: 'That public cases move on' },
  query: z.object({ case: caseId.optional() }),
  answer: liveAct,
  handle: async (services, { query, ip, lastEventId, gone }) => {
    const ended = countIn(`address ${ip}`, mostOfOneAddress);
    if (!ended) return refused('live.too-many-streams');
    const from = await startOf(services.feed, lastEventId).catch((error: unknown) => {
      ended();
      throw error;
    });
    const mayTell = async (cases: readonly string[]): Promise<ReadonlySet<string>> =>
      cases.length === 0 ? new Set() : services.views.publicOnes(cases);
    return done(streamOf({ feed: services.feed, from, only: query.case, gone, mayTell, tell, ended }));
  },
});

const tell = (act: LiveAct): z.output<typeof liveAct> => ({
  case: act.case,
  version: act.version,
  at: new Date(act.at).toISOString(),
  types: [],
  elements: [],
  status: act.status,
});
