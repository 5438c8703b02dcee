// One record: who acted, in which office, when, by which command, what it caused, and the hash of the record before.
// Promise: a record is its exact bytes; its hash is SHA-256(0x00 ‖ bytes), an RFC 6962 leaf; `prev` of the first is 64 zeros.
// The caller has already left secret parts out of `command` and `events`: nothing is removed here.
import type { Json, JsonObject, Words } from '../model/json.ts';
import { fromUtf8, isHash, leafHash, type Sha256, toHex, toUtf8 } from './bytes.ts';
import { canonicalText, readCanonical } from './canonical.ts';
import { recordFaults } from './fault.ts';

/** tlog-tiles gives an entry a 16-bit length. */
export const largestRecordBytes = 65_535;
export const noPrevious = '0'.repeat(64);

export interface RecordBody {
  readonly v: 1;
  readonly case: string;
  /** 1, 2, 3 … without a gap. */
  readonly n: number;
  /** Hash of the record before, lower-case hex. */
  readonly prev: string;
  /** UTC with milliseconds: 2026-11-22T08:00:00.000Z. Never before the record before. */
  readonly at: string;
  readonly by: { readonly person: string; readonly office: string } | 'system';
  readonly procedure: { readonly key: string; readonly version: number; readonly hash: string };
  readonly command: { readonly type: string };
  readonly events: readonly { readonly type: string }[];
  /** Code of the refusal, when the attempt was refused and the attempt itself is the fact. */
  readonly refusal?: string;
  /** Idempotency key of the command. */
  readonly key?: string;
}

/** A record as read back: what events and commands say is data here; the rooms that know them give it meaning. */
export interface ParsedRecord extends RecordBody {
  readonly command: JsonObject & { readonly type: string };
  readonly events: readonly (JsonObject & { readonly type: string })[];
}

export type Sealed =
  | { readonly ok: true; readonly bytes: Uint8Array; readonly hash: string }
  | { readonly ok: false; readonly code: 'record.too-large' | 'record.not-json'; readonly words: Words; readonly detail: string };

export function sealRecord(body: RecordBody, sha256: Sha256): Sealed {
  const canonical = canonicalText(body);
  if (!canonical.ok)
    return { ok: false, code: 'record.not-json', words: recordFaults['record.not-json'], detail: `${canonical.path}: ${canonical.why}` };
  const bytes = toUtf8(canonical.text);
  if (bytes.length > largestRecordBytes)
    return {
      ok: false,
      code: 'record.too-large',
      words: recordFaults['record.too-large'],
      detail: `${bytes.length} > ${largestRecordBytes}`,
    };
  return { ok: true, bytes, hash: hashRecord(bytes, sha256) };
}

export const hashRecord = (bytes: Uint8Array, sha256: Sha256): string => toHex(leafHash(bytes, sha256));

export type Parsed =
  | { readonly ok: true; readonly record: ParsedRecord }
  | { readonly ok: false; readonly code: 'record.not-canonical' | 'record.wrong-shape' };

/** Reads the bytes of one record; they must be their own canonical form and have exactly the members a record has. */
export function parseRecord(bytes: Uint8Array): Parsed {
  const text = bytes.length > largestRecordBytes ? undefined : fromUtf8(bytes);
  const value = text === undefined ? undefined : readCanonical(text);
  if (value === undefined) return { ok: false, code: 'record.not-canonical' };
  return isRecord(value) ? { ok: true, record: value } : { ok: false, code: 'record.wrong-shape' };
}

type Check = (value: Json) => boolean;
const isText: Check = (v) => typeof v === 'string' && v !== '';
const isCount: Check = (v) => typeof v === 'number' && Number.isSafeInteger(v) && v >= 1;
const isObject = (v: Json): v is JsonObject => typeof v === 'object' && v !== null && !Array.isArray(v);
const isTyped: Check = (v) => isObject(v) && typeof v.type === 'string' && v.type !== '';
const hasExactly = (v: Json, members: Readonly<Record<string, Check>>, optional: Readonly<Record<string, Check>> = {}): boolean =>
  isObject(v) &&
  Object.keys(members).every((key) => Object.hasOwn(v, key)) &&
  Object.entries(v).every(([key, member]) => {
    const check = Object.hasOwn(members, key) ? members[key] : Object.hasOwn(optional, key) ? optional[key] : undefined;
    return check?.(member) ?? false;
  });

const isInstant: Check = (v) =>
  typeof v === 'string' && /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/.test(v) && Number.isFinite(Date.parse(v));
const isActor: Check = (v) => v === 'system' || hasExactly(v, { person: isText, office: isText });
const isProcedure: Check = (v) => hasExactly(v, { key: isText, version: isCount, hash: isHash });

const isRecord = (v: Json): v is Json & ParsedRecord =>
  hasExactly(
    v,
    {
      v: (version) => version === 1,
      case: isText,
      n: isCount,
      prev: isHash,
      at: isInstant,
      by: isActor,
      procedure: isProcedure,
      command: isTyped,
      events: (events) => Array.isArray(events) && events.every(isTyped),
    },
    { refusal: isText, key: isText },
  );
