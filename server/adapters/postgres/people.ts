// The people port on PostgreSQL.

import type { People } from '../../ports/people.ts';
import type { Database } from './database.ts';
import { deleteDeadSessions } from './queries/delete-dead-sessions.ts';
import { deleteSession } from './queries/delete-session.ts';
import { findAccount } from './queries/find-account.ts';
import { findSession } from './queries/find-session.ts';
import { insertSession } from './queries/insert-session.ts';
import { insertTown } from './queries/insert-town.ts';
import { listDemoAccounts } from './queries/list-demo-accounts.ts';
import { readRoster } from './queries/read-roster.ts';
import { readRosterVersion } from './queries/read-roster-version.ts';
import { touchSession } from './queries/touch-session.ts';

export const openPeople = (db: Database): People => ({
  rosterVersion: () => readRosterVersion(db),
  roster: () => readRoster(db),
  account: (name) => findAccount(db, name),
  demoAccounts: () => listDemoAccounts(db),
  openSession: (session) => insertSession(db, session),
  session: (idHash, at, limits) => findSession(db, idHash, at, limits),
  touchSession: (idHash, at) => touchSession(db, idHash, at),
  closeSession: (idHash) => deleteSession(db, idHash),
  sweepSessions: (at, limits) => deleteDeadSessions(db, at, limits),
  addTown: (town) => insertTown(db, town),
});
