// Door of the supervision feature.
import { answerObjectionRoute } from './answer-objection.ts';
import { raiseObjectionRoute } from './raise-objection.ts';
import { releaseObjectionRoute } from './release-objection.ts';
import { takePartRoute } from './take-part.ts';

export const supervisionRoutes = [takePartRoute, raiseObjectionRoute, answerObjectionRoute, releaseObjectionRoute] as const;
