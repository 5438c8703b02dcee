// POST /api/procedures/:key/deploy: the saved draft comes into force as the next version, with the rules and forms of the one before.
import { z } from 'zod';
import { procedureKey } from '../../contract/answers.ts';
import { deploy, deployed } from '../../contract/procedures.ts';
import { deployProcedure } from '../../pipeline/deploy-procedure.ts';
import { done, refused } from '../../pipeline/outcome.ts';
import { routesOf } from '../../pipeline/route.ts';
import type { Services } from '../../pipeline/services.ts';

export const deployRoute = routesOf<Services>().json({
  method: 'POST',
  path: '/api/procedures/:key/deploy',
  policy: ['drafter'],
  says: { zh: '部署新版本', en: 'Deploy a new version' },
  params: z.object({ key: procedureKey }),
  body: deploy,
  answer: deployed,
  handle: async (services, { params: { key }, body, reader, at }) => {
    const saved = await services.procedures.draft(key);
    if (!saved) return refused('draft.none');
    if (saved.revision !== body.revision) return refused('draft.stale');
    const base = await services.procedures.newest(key);
    const outcome = await deployProcedure(services, {
      key,
      xml: saved.xml,
      ...(base && { process: base.process, ...(base.rules !== undefined && { rules: base.rules }) }),
      forms: base?.forms ?? {},
      baseVersion: saved.baseVersion,
      note: body.note,
      by: reader.person,
      at,
    });
    return outcome.ok ? done({ key, version: outcome.value.version, hash: outcome.value.hash }) : outcome;
  },
});
