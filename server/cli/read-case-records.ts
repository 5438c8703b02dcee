// The records of one case as they are stored, with what the store says they should be: for `verify --case`, `export` and `demo`.
import { createHash } from 'node:crypto';
import { exportRecords, type StoredRecord, type Verdict, verifyRecords } from '../../engine/index.ts';
import type { House } from '../main.ts';
import { allRecords } from '../pipeline/read-records.ts';
import type { CaseHead } from '../ports/case-store.ts';

export interface CaseRecords {
  readonly head: CaseHead;
  readonly records: readonly StoredRecord[];
}
type Stores = Pick<House['services'], 'cases' | 'procedures'>;

const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();
const isCaseId = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);

export async function readCaseRecords({ cases }: Stores, id: string): Promise<CaseRecords | undefined> {
  const loaded = isCaseId(id) ? await cases.load(id) : undefined;
  return loaded && { head: loaded.head, records: await allRecords(cases, id) };
}

/** Against the head the store keeps: what was cut off at the end is missed too. */
export const verifyCase = ({ head, records }: CaseRecords): Verdict =>
  verifyRecords(
    records.map(({ n, hash, bytes }) => ({ n, hash, bytes })),
    sha256,
    { case: head.id, head: head.hash, count: head.version },
  );

export async function exportCase({ procedures }: Stores, { head, records }: CaseRecords): Promise<string> {
  const { key, version } = head.procedure;
  const stored = await procedures.version(key, version);
  if (!stored) throw new Error(`${key} version ${version} is not stored`);
  return exportRecords({ case: head.id, procedure: { key, version, hash: stored.hash } }, records);
}
