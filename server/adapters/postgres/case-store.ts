// The store of cases on PostgreSQL 15 or newer (port: server/ports/case-store.ts).
// Promises of its own: acts of one moment share one statement and one commit (up to 128); no lock that all acts would wait for.
import type { Act, Appended, CaseStore } from '../../ports/case-store.ts';
import type { Database } from './database.ts';
import { groupCommit } from './group-commit.ts';
import { aimMessage, readMessageAim } from './queries/aim-message.ts';
import { appendActs, ensureMonths } from './queries/append-acts.ts';
import { findWaiting } from './queries/find-waiting.ts';
import { loadCase, readCaseVersion } from './queries/load-case.ts';
import { moveFollower, readFollower } from './queries/move-follower.ts';
import { readFeed, readFeedEnd, readRecordOfKey, readRecords } from './queries/read-records.ts';
import { aimDebt, putOffDebt, settleDebt } from './queries/settle-debt.ts';
import { readDueBefore, takeDue } from './queries/take-due.ts';

/** Acts that share one commit. */
const largestGroup = 128;
/** While one group waits for the disk, the next is worked at. */
const lanes = 2;
const feedChannel = 'guicheng_feed';

const stateOf = (error: unknown): string => {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : '';
};
const noPartition = (error: unknown): boolean => stateOf(error) === '23514' && String(error).includes('no partition of relation');
const isRepeatedKey = (error: unknown): boolean => stateOf(error) === '23505' && String(error).includes('idempotency_key');
/** 22: data that cannot be stored; 23: a constraint refuses it. */
const isFaultOfOne = (error: unknown): boolean => /^2[23]/.test(stateOf(error));
const isPassing = (error: unknown): boolean => /^(40001|40P01)$/.test(stateOf(error));

type Committed = { readonly appended: number } | 'conflict' | 'duplicate';

/** Tries again where only the time was wrong: a month without its partition, two groups that crossed. */
async function commitGroup(database: Database, acts: readonly Act[]): Promise<readonly Committed[]> {
  for (let tries = 1, months = false; ; tries++) {
    try {
      if (months) await ensureMonths(database, acts);
      const places = await appendActs(database, acts);
      return acts.map((_, place) => {
        const appended = places.get(place);
        return appended === undefined ? 'conflict' : { appended };
      });
    } catch (error) {
      if (acts.length === 1 && isRepeatedKey(error)) return ['duplicate'];
      months = noPartition(error);
      if (tries > 5 || !(months || isPassing(error))) throw error;
    }
  }
}

async function answerOf(database: Database, act: Act, committed: Committed): Promise<Appended> {
  if (typeof committed === 'object') return { outcome: 'appended', version: act.expected + 1, position: committed.appended };
  // Whoever had the same key may have moved the case.
  const record = act.key === undefined ? undefined : await readRecordOfKey(database, act.case, act.key);
  if (record) return { outcome: 'duplicate', record };
  if (committed === 'duplicate') throw new Error(`the record of key ${act.key ?? ''} in case ${act.case} was there and is gone`);
  return { outcome: 'conflict' };
}

export function createCaseStore(database: Database): CaseStore {
  const writer = groupCommit<Act, Committed>({
    key: (act) => act.case,
    largest: largestGroup,
    lanes,
    commit: (acts) => commitGroup(database, acts),
    isFaultOfOne,
  });
  return {
    load: (id) => loadCase(database, id),
    version: (id) => readCaseVersion(database, id),
    append: async (act) => answerOf(database, act, await writer.add(act)),
    records: (id, from, limit) => readRecords(database, { case: id, from, limit }),
    recordOfKey: (id, key) => readRecordOfKey(database, id, key),
    feed: (after, limit) => readFeed(database, after, limit),
    feedEnd: () => readFeedEnd(database),
    onAppended: (listener) => database.listen(feedChannel, listener),
    checkpoint: (follower) => readFollower(database, follower),
    moveCheckpoint: (follower, position) => moveFollower(database, follower, position),
    takeDue: (request) => takeDue(database, request),
    dueBefore: (until, limit) => readDueBefore(database, until, limit),
    putOff: (debt, at, error) => putOffDebt(database, debt, { at, error }),
    settle: (debt) => settleDebt(database, debt),
    aim: (debt, at) => aimDebt(database, debt, at),
    messageAim: (message) => readMessageAim(database, message),
    aimMessage: (message, aim) => aimMessage(database, message, aim),
    waitingFor: (kind, name, keys) => findWaiting(database, { kind, name, keys }),
  };
}
