// Door of the demonstration: its one route and what the command line calls.
import { listDemoAccounts } from './list-demo-accounts.ts';

export const demoRoutes = [listDemoAccounts] as const;
export { settleTown } from './settle-town.ts';
export { personOf } from './town.ts';
