// PUT /api/procedures/:key/draft: keeps the drawing, whatever its problems; nobody's later save is overwritten unseen.
import { z } from 'zod';
import { procedureKey } from '../../contract/answers.ts';
import { draft, saveDraft } from '../../contract/procedures.ts';
import { done, refused } from '../../pipeline/outcome.ts';
import { routesOf } from '../../pipeline/route.ts';
import type { Services } from '../../pipeline/services.ts';
import { draftAnswer } from './read-draft.ts';

export const saveDraftRoute = routesOf<Services>().json({
  method: 'PUT',
  path: '/api/procedures/:key/draft',
  policy: ['drafter'],
  says: { zh: '保存草稿', en: 'Save the draft' },
  params: z.object({ key: procedureKey }),
  body: saveDraft,
  answer: draft,
  handle: async (services, { params: { key }, body, reader, at }) => {
    const [saved, newest] = await Promise.all([services.procedures.draft(key), services.procedures.newest(key)]);
    const baseVersion = saved?.baseVersion ?? newest?.version ?? 0;
    // A page that was opened on an older version than the one in force must not silently become a change of the newer one.
    if (body.baseVersion !== undefined && body.baseVersion !== baseVersion) return refused('draft.stale');
    const outcome = await services.procedures.saveDraft({
      key,
      xml: body.xml,
      revision: body.revision,
      baseVersion,
      savedAt: at,
      savedBy: reader.person,
    });
    if (outcome === 'stale') return refused('draft.stale');
    return done(draftAnswer(outcome.saved, await services.roster.at()));
  },
});
