// Every route of the house, feature by feature. A new feature adds one line.
import { caseRoutes } from '../features/cases/index.ts';
import { demoRoutes } from '../features/demo/index.ts';
import { disclosureRoutes } from '../features/disclosure/index.ts';
import { identityRoutes } from '../features/identity/index.ts';
import { liveRoutes } from '../features/live/index.ts';
import { meetingRoutes } from '../features/meetings/index.ts';
import { messageRoutes } from '../features/messages/index.ts';
import { procedureRoutes } from '../features/procedures/index.ts';
import { supervisionRoutes } from '../features/supervision/index.ts';
import { taskRoutes } from '../features/tasks/index.ts';
import { trailRoutes } from '../features/trail/index.ts';
import type { Route } from '../pipeline/route.ts';
import type { Services } from '../pipeline/services.ts';

export const allRoutes: readonly Route<Services>[] = [
  ...identityRoutes,
  ...demoRoutes,
  ...procedureRoutes,
  ...caseRoutes,
  ...taskRoutes,
  ...supervisionRoutes,
  ...meetingRoutes,
  ...messageRoutes,
  ...trailRoutes,
  ...disclosureRoutes,
  ...liveRoutes,
];
