// POST …/meetings/sign-in: a member signs in, or the secretary signs in a member who is in the room.
import { z } from 'zod';
import { caseId } from '../../contract/answers.ts';
import { commandDone } from '../../contract/cases.ts';
import { signInMember } from '../../contract/meetings.ts';
import { orderIn } from '../../pipeline/at-step.ts';
import { routesOf } from '../../pipeline/route.ts';
import type { Services } from '../../pipeline/services.ts';

export const signInMemberRoute = routesOf<Services>().json({
  method: 'POST',
  path: '/api/cases/:id/meetings/sign-in',
  policy: 'signedIn',
  says: { zh: '会议签到', en: 'Sign in at a meeting' },
  params: z.object({ id: caseId }),
  body: signInMember,
  answer: commandDone,
  handle: (services, call) => orderIn(services, call.params.id, call, { type: 'SignIn', ...call.body }),
});
