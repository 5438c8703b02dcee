// DELETE /api/procedures/:key/draft: the draft is dropped and the newest version is what drafting begins from again.
// Nobody discards what they have not seen: an older revision than the stored one is refused.
import { z } from 'zod';
import { procedureKey } from '../../contract/answers.ts';
import { discardDraft } from '../../contract/procedures.ts';
import { done, refused } from '../../pipeline/outcome.ts';
import { routesOf } from '../../pipeline/route.ts';
import type { Services } from '../../pipeline/services.ts';

export const discardDraftRoute = routesOf<Services>().empty({
  method: 'DELETE',
  path: '/api/procedures/:key/draft',
  policy: ['drafter'],
  says: { zh: '放弃草稿', en: 'Discard the draft' },
  params: z.object({ key: procedureKey }),
  query: discardDraft,
  handle: async (services, { params: { key }, query: { revision } }) =>
    (await services.procedures.discardDraft(key, revision)) === 'discarded' ? done(undefined) : refused('draft.stale'),
});
