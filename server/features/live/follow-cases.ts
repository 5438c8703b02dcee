// GET /api/live: what happens in the cases the reader may see, as it happens.
import { z } from 'zod';
import { caseId } from '../../contract/answers.ts';
import { liveAct } from '../../contract/live.ts';
import type { LiveAct } from '../../pipeline/act-feed.ts';
import { done, refused } from '../../pipeline/outcome.ts';
import { routesOf } from '../../pipeline/route.ts';
import { seesOf } from '../../pipeline/sees.ts';
import type { Services } from '../../pipeline/services.ts';
import { countIn } from './counted-streams.ts';
import { startOf, streamOf } from './stream.ts';

const mostOfOnePerson = 6;

export const followCases = routesOf<Services>().events({
  method: 'GET',
  path: '/api/live',
  policy: 'signedIn',
  says: { zh: '实时动态', en: 'What happens, as it happens' },
  query: z.object({ case: caseId.optional() }),
  answer: liveAct,
  handle: async (services, { query, reader, lastEventId, gone, stillSignedIn }) => {
    const ended = countIn(`person ${reader.person}`, mostOfOnePerson);
    if (!ended) return refused('live.too-many-streams');
    const from = await startOf(services.feed, lastEventId).catch((error: unknown) => {
      ended();
      throw error;
    });
    const mayTell = async (cases: readonly string[]): Promise<ReadonlySet<string> | undefined> => {
      const now = await stillSignedIn();
      if (!now) return undefined;
      const sees = seesOf(now);
      if (cases.length === 0) return new Set();
      return sees === 'all' ? new Set(cases) : services.views.visible(cases, sees);
    };
    return done(streamOf({ feed: services.feed, from, only: query.case, gone, mayTell, tell, ended }));
  },
});

const tell = (act: LiveAct): z.output<typeof liveAct> => ({
  case: act.case,
  version: act.version,
  at: new Date(act.at).toISOString(),
  types: [...act.types],
  elements: [...act.elements],
  status: act.status,
});
