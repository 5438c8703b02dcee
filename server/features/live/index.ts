// Door of the live feature.
import { followCases } from './follow-cases.ts';
import { followPublicCases } from './follow-public-cases.ts';

export const liveRoutes = [followCases, followPublicCases] as const;
