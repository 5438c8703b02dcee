// The store's suites on Debian's PostgreSQL 15, the oldest that is supported, where it is installed.
import { describe } from 'vitest';
import { hasPostgres15, postgres15 } from '../throw-away.ts';
import { caseStoreSuite } from './case-store.ts';
import { procedureStoreSuite } from './procedure-store.ts';

describe.runIf(hasPostgres15)('PostgreSQL 15', () => {
  caseStoreSuite('PostgreSQL 15', postgres15);
  procedureStoreSuite('PostgreSQL 15', postgres15);
});
