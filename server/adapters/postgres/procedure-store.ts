// The store of procedures on PostgreSQL (port: server/ports/procedure-store.ts).
import type { ProcedureStore } from '../../ports/procedure-store.ts';
import type { Database } from './database.ts';
import { deployProcedure } from './queries/deploy-procedure.ts';
import { discardDraft } from './queries/discard-draft.ts';
import { moveStart, putOffStart } from './queries/move-start.ts';
import { findStartedBy, readProcedure } from './queries/read-procedure.ts';
import { readDraft, saveDraft } from './queries/save-draft.ts';
import { takeStarts } from './queries/take-starts.ts';

export function createProcedureStore(database: Database): ProcedureStore {
  return {
    newest: (key) => readProcedure(database, key),
    version: (key, version) => readProcedure(database, key, version),
    startedBy: (message) => findStartedBy(database, message),
    deploy: async (version, starts = []) => ((await deployProcedure(database, version, starts)) ? 'deployed' : 'stale'),
    takeStarts: (request) => takeStarts(database, request),
    moveStart: (start, nextAt) => moveStart(database, start, nextAt),
    putOffStart: (start, at, error) => putOffStart(database, start, { at, error }),
    draft: (key) => readDraft(database, key),
    saveDraft: async (draft) => {
      const saved = await saveDraft(database, draft);
      return saved ? { saved } : 'stale';
    },
    discardDraft: async (key, revision) => ((await discardDraft(database, key, revision)) ? 'discarded' : 'stale'),
  };
}
