// The store's suites on the embedded PostgreSQL.
import { embeddedPostgres } from '../throw-away.ts';
import { caseStoreSuite } from './case-store.ts';
import { procedureStoreSuite } from './procedure-store.ts';

caseStoreSuite('the embedded PostgreSQL', embeddedPostgres);
procedureStoreSuite('the embedded PostgreSQL', embeddedPostgres);
