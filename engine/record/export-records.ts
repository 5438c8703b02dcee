// The file that carries a case's records out of the system: NDJSON, a header and one line a record, for `guicheng verify` and for archives.
// Promise: every line is canonical JSON, so a change of any byte of the file is found; the header says how many records follow and the last hash.
import type { Json, JsonObject } from '../model/json.ts';
import { fromBase64, isHash, type Sha256, toBase64 } from './bytes.ts';
import { canonicalText, readCanonical } from './canonical.ts';
import { recordFaults } from './fault.ts';
import { noPrevious, type ParsedRecord, parseRecord } from './record.ts';
import { type RecordLine, type Verdict, verifyRecords } from './verify-records.ts';

export const exportFormat = 'guicheng-records';

export interface ExportHeader {
  readonly format: typeof exportFormat;
  readonly v: 1;
  readonly case: string;
  readonly procedure: ParsedRecord['procedure'];
  readonly records: number;
  readonly head: string;
}
export interface StoredRecord {
  readonly n: number;
  readonly hash: string;
  readonly bytes: Uint8Array;
}

function line(value: unknown): string {
  const canonical = canonicalText(value);
  if (!canonical.ok) throw new Error(`An export line must be JSON: ${canonical.path} is ${canonical.why}`);
  return `${canonical.text}\n`;
}

/** The whole file. Writes what is stored, whole or not: a damaged record must be seen by the verifier, not hidden by the writer. */
export function exportRecords(about: Pick<ExportHeader, 'case' | 'procedure'>, records: readonly StoredRecord[]): string {
  const header: ExportHeader = {
    format: exportFormat,
    v: 1,
    case: about.case,
    procedure: about.procedure,
    records: records.length,
    head: records.at(-1)?.hash ?? noPrevious,
  };
  return line(header) + records.map((r) => line({ n: r.n, hash: r.hash, bytes: toBase64(r.bytes) })).join('');
}

export type ReadExport =
  | { readonly ok: true; readonly header: ExportHeader; readonly lines: readonly RecordLine[] }
  /** Line of the file, from 1, and the header and records that could be read before it. */
  | { readonly ok: false; readonly line: number; readonly header?: ExportHeader; readonly lines: readonly RecordLine[] };

const isObject = (v: Json | undefined): v is JsonObject => typeof v === 'object' && v !== null && !Array.isArray(v);
const isCount = (v: Json | undefined): v is number => typeof v === 'number' && Number.isSafeInteger(v) && v >= 0;
const membersAre = (v: JsonObject, names: string): boolean => Object.keys(v).sort().join() === names;

function readHeader(text: string | undefined): ExportHeader | undefined {
  const v = readCanonical(text ?? '');
  if (!isObject(v) || !membersAre(v, 'case,format,head,procedure,records,v')) return undefined;
  const { case: id, head, procedure, records } = v;
  if (v.format !== exportFormat || v.v !== 1 || typeof id !== 'string' || !isHash(head) || !isCount(records) || !isObject(procedure))
    return undefined;
  const { key, version, hash } = procedure;
  if (!membersAre(procedure, 'hash,key,version') || typeof key !== 'string' || !isCount(version) || !isHash(hash)) return undefined;
  return { format: exportFormat, v: 1, case: id, procedure: { key, version, hash }, records, head };
}

function readLine(text: string): RecordLine | undefined {
  const v = readCanonical(text);
  if (!isObject(v) || !membersAre(v, 'bytes,hash,n')) return undefined;
  const bytes = typeof v.bytes === 'string' ? fromBase64(v.bytes) : undefined;
  return bytes && isHash(v.hash) && isCount(v.n) ? { n: v.n, hash: v.hash, bytes } : undefined;
}

export function readExport(text: string): ReadExport {
  const texts = text.split('\n');
  const header = readHeader(texts[0]);
  if (!header) return { ok: false, line: 1, lines: [] };
  const lines: RecordLine[] = [];
  for (const [i, each] of texts.slice(1, -1).entries()) {
    const read = readLine(each);
    if (!read) return { ok: false, line: i + 2, header, lines };
    lines.push(read);
  }
  // The file ends with a line end; anything after the last one is half a line.
  return texts.length > 1 && texts.at(-1) === '' ? { ok: true, header, lines } : { ok: false, line: texts.length, header, lines };
}

/**
 * Reads and verifies an export file: what `guicheng verify FILE` and the public page answer.
 * A line that cannot be read is a bad record; a bad header is number 0.
 */
export function verifyExport(text: string, sha256: Sha256): Verdict & { readonly header?: ExportHeader } {
  const { header, ...read } = readExport(text);
  if (!header) return unreadable(0, 0);
  const bound = { case: header.case, procedure: header.procedure };
  const verdict = verifyRecords(read.lines, sha256, read.ok ? { ...bound, head: header.head, count: header.records } : bound);
  if (!read.ok && verdict.whole) return { ...unreadable(read.line - 1, verdict.records), header };
  return { ...verdict, header };
}

const unreadable = (n: number, records: number): Verdict => ({
  whole: false,
  records,
  firstBad: { n, why: 'export.unreadable', words: recordFaults['export.unreadable'] },
});

/** Records of an export in plain data, for tables and pages. Only meaningful after verifyExport said whole. */
export const recordsOf = (lines: readonly RecordLine[]): readonly ParsedRecord[] =>
  lines.flatMap((l) => {
    const parsed = parseRecord(l.bytes);
    return parsed.ok ? [parsed.record] : [];
  });
