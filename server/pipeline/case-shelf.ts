// Cases at hand: the state of a case as of its newest version, kept for the next one who asks.
// Promises: `fresh` asks the store for the newest version and folds what is missing; `kept` may be behind, and whoever decides on it must be
// ready for a conflict. What is kept is plain immutable state; the least recently used goes first.
import { type CaseState, restoreCase } from '../../engine/index.ts';
import type { CaseHead, CaseStore, LoadedCase } from '../ports/case-store.ts';
import { foldRecords, UnreadableRecord } from './fold-records.ts';

export interface ShelvedCase {
  readonly head: CaseHead;
  readonly state: CaseState;
}
export interface CaseShelf {
  kept(id: string): ShelvedCase | undefined;
  fresh(id: string): Promise<ShelvedCase | undefined>;
  put(shelved: ShelvedCase): void;
  drop(id: string): void;
}

const mostKept = 2_000;

export function caseShelf(cases: Pick<CaseStore, 'load' | 'version' | 'records'>): CaseShelf {
  const shelf = new Map<string, ShelvedCase>();
  const put = (shelved: ShelvedCase): void => {
    const { id, version } = shelved.head;
    const known = shelf.get(id);
    if (known && known.head.version > version) return;
    shelf.delete(id);
    shelf.set(id, shelved);
    for (const oldest of shelf.keys()) {
      if (shelf.size <= mostKept) break;
      shelf.delete(oldest);
    }
  };
  return {
    kept: (id) => shelf.get(id),
    put,
    drop: (id) => void shelf.delete(id),
    async fresh(id) {
      const known = shelf.get(id);
      if (known && (await cases.version(id)) === known.head.version) return known;
      const loaded = await cases.load(id);
      if (!loaded) return undefined;
      const shelved = await foldLoaded(cases, loaded);
      put(shelved);
      return shelved;
    },
  };
}

async function foldLoaded(cases: Pick<CaseStore, 'records'>, { head, snapshot, records }: LoadedCase): Promise<ShelvedCase> {
  const restored = snapshot && restoreCase(snapshot.state);
  const folded = restored
    ? foldRecords({ state: restored, version: snapshot.version, hash: undefined }, records)
    : foldRecords({ state: undefined, version: 0, hash: undefined }, snapshot ? await cases.records(head.id, 1, head.version) : records);
  // Without records after the snapshot there is no hash to compare here.
  const broken = folded.version !== head.version || (folded.hash !== undefined && folded.hash !== head.hash);
  if (!folded.state || broken) throw new UnreadableRecord(head.id, folded.version, 'is not the last one that the case counts');
  return { head, state: folded.state };
}
