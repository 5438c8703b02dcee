// Door of the trail feature.
import { checkRecords } from './check-records.ts';
import { exportRecordsRoute } from './export-records.ts';
import { listRecords } from './list-records.ts';

export const trailRoutes = [listRecords, checkRecords, exportRecordsRoute] as const;
