// Every route of the house, feature by feature. A new feature adds one line.

import { identityRoutes } from '../features/identity/index.ts';
import type { Route } from '../pipeline/route.ts';
import type { Services } from '../pipeline/services.ts';

export const allRoutes: readonly Route<Services>[] = [...identityRoutes];
