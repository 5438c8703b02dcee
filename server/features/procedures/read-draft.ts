// GET /api/procedures/:key/draft: the saved draft, or the newest version as revision 0.
import { z } from 'zod';
import { procedureKey } from '../../contract/answers.ts';
import { draft } from '../../contract/procedures.ts';
import { nameOfPerson } from '../../pipeline/names.ts';
import { done, refused } from '../../pipeline/outcome.ts';
import { routesOf } from '../../pipeline/route.ts';
import type { Services } from '../../pipeline/services.ts';
import type { Roster } from '../../ports/people.ts';
import type { Draft } from '../../ports/procedure-store.ts';

export const readDraft = routesOf<Services>().json({
  method: 'GET',
  path: '/api/procedures/:key/draft',
  policy: ['drafter'],
  says: { zh: '草稿', en: 'The draft' },
  params: z.object({ key: procedureKey }),
  answer: draft,
  handle: async (services, { params: { key } }) => {
    const saved = await services.procedures.draft(key);
    if (saved) return done(draftAnswer(saved, await services.roster.at()));
    const newest = await services.procedures.newest(key);
    if (!newest) return refused('procedure.unknown');
    return done({ key, xml: new TextDecoder().decode(newest.xml), baseVersion: newest.version, revision: 0, savedAt: null, savedBy: null });
  },
});

export const draftAnswer = (saved: Draft, roster: Roster): z.output<typeof draft> => ({
  key: saved.key,
  xml: saved.xml,
  baseVersion: saved.baseVersion,
  revision: saved.revision,
  savedAt: new Date(saved.savedAt).toISOString(),
  savedBy: nameOfPerson(roster, saved.savedBy),
});
