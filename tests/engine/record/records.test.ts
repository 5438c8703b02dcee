// A record is its bytes; a chain of records shows every change. The tamperer of these tests knows the format but not the stored hashes of others.
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toUtf8 } from '../../../engine/record/bytes.ts';
import { exportRecords, readExport, recordsOf, type StoredRecord, verifyExport } from '../../../engine/record/export-records.ts';
import { hashRecord, largestRecordBytes, noPrevious, parseRecord, type RecordBody, sealRecord } from '../../../engine/record/record.ts';
import { verifyRecords } from '../../../engine/record/verify-records.ts';

const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();
const procedure = { key: 'party-major-decision', version: 1, hash: 'ab'.repeat(32) };
const about = { case: '0b0f6f5e-0000-4000-8000-000000000001', procedure };

const body = (n: number, prev: string, more: Partial<RecordBody> = {}): RecordBody => ({
  v: 1,
  case: about.case,
  n,
  prev,
  at: new Date(Date.UTC(2026, 10, 22, 8, 0, n)).toISOString(),
  by: n % 3 === 0 ? 'system' : { person: 'p-meeting-secretary', office: 'meeting-secretary' },
  procedure,
  command: { type: 'CompleteTask' },
  events: [{ type: 'TaskCompleted' }],
  ...more,
});

const seal = (from: RecordBody): StoredRecord => {
  const sealed = sealRecord(from, sha256);
  if (!sealed.ok) throw new Error(sealed.detail);
  return { n: from.n, hash: sealed.hash, bytes: sealed.bytes };
};

function chainOf(length: number, change: (n: number) => Partial<RecordBody> = () => ({})): StoredRecord[] {
  const chain: StoredRecord[] = [];
  for (let n = 1; n <= length; n++) chain.push(seal(body(n, chain.at(-1)?.hash ?? noPrevious, change(n))));
  return chain;
}
const headOf = (chain: readonly StoredRecord[]): string => chain.at(-1)?.hash ?? noPrevious;
const firstBad = (lines: Parameters<typeof verifyRecords>[0], expected = {}): unknown => {
  const verdict = verifyRecords(lines, sha256, expected);
  return verdict.whole ? 'whole' : `${verdict.firstBad.n} ${verdict.firstBad.why}`;
};
const flip = (bytes: Uint8Array, at: number, by: number): Uint8Array => Uint8Array.from(bytes, (b, i) => (i === at ? b ^ by : b));

describe('one record', () => {
  test('is sealed to canonical bytes whose hash is an RFC 6962 leaf', () => {
    const sealed = seal(body(1, noPrevious));
    expect(sealed.hash).toBe(
      createHash('sha256')
        .update(Buffer.concat([Buffer.of(0), sealed.bytes]))
        .digest('hex'),
    );
    expect(new TextDecoder().decode(sealed.bytes)).toMatch(/^\{"at":"2026-11-22T08:00:01\.000Z","by":\{"office":/);
    expect(parseRecord(sealed.bytes)).toEqual({ ok: true, record: body(1, noPrevious) });
  });

  test('larger than 65,535 bytes is an error value, just that size is not', () => {
    const bare = seal(body(1, noPrevious, { key: 'k' })).bytes.length - 1;
    expect(sealRecord(body(1, noPrevious, { key: 'k'.repeat(largestRecordBytes - bare) }), sha256)).toMatchObject({ ok: true });
    expect(sealRecord(body(1, noPrevious, { key: 'k'.repeat(largestRecordBytes - bare + 1) }), sha256)).toMatchObject({
      ok: false,
      code: 'record.too-large',
    });
  });

  test('that holds what JSON cannot say is an error value that names the place', () => {
    const events = [{ type: 'VariablesWritten', amount: Number.NaN }];
    expect(sealRecord(body(1, noPrevious, { events }), sha256)).toMatchObject({
      ok: false,
      code: 'record.not-json',
      detail: '/events/0/amount: notFinite',
    });
  });

  test.each<[string, Record<string, unknown>]>([
    ['another version', { v: 2 }],
    ['number 0', { n: 0 }],
    ['a short hash', { prev: 'ab' }],
    ['a time without milliseconds', { at: '2026-11-22T08:00:00Z' }],
    ['a day that is none', { at: '2026-13-22T08:00:00.000Z' }],
    ['an unknown actor', { by: 'root' }],
    ['an actor with more', { by: { person: 'p', office: 'o', admin: true } }],
    ['a command without type', { command: {} }],
    ['an event that is none', { events: ['TaskCompleted'] }],
    ['an unknown member', { remark: 'x' }],
    ['an inherited name', { constructor: 'x' }],
  ])('with %s is refused when read', (_, change) => {
    const sealed = sealRecord({ ...body(1, noPrevious), ...change } as RecordBody, sha256);
    expect(sealed.ok && parseRecord(sealed.bytes)).toEqual({ ok: false, code: 'record.wrong-shape' });
  });

  test('with spaces, doubled keys or bytes that are no text is refused when read', () => {
    const text = new TextDecoder().decode(seal(body(1, noPrevious)).bytes);
    for (const bad of [` ${text}`, `\ufeff${text}`, text.replace('{"at"', '{"at":"","at"')])
      expect(parseRecord(toUtf8(bad))).toEqual({ ok: false, code: 'record.not-canonical' });
    expect(parseRecord(Uint8Array.of(0x22, 0xff, 0x22))).toEqual({ ok: false, code: 'record.not-canonical' });
  });
});

describe('a chain', () => {
  test('that nobody touched is whole', () => {
    const chain = chainOf(7);
    expect(verifyRecords(chain, sha256, { head: headOf(chain), count: 7 })).toEqual({ whole: true, records: 7, head: headOf(chain) });
    expect(verifyRecords([], sha256)).toEqual({ whole: true, records: 0, head: noPrevious });
  });

  const tampered = fc.record({
    length: fc.integer({ min: 2, max: 9 }),
    place: fc.nat(),
    byte: fc.nat(),
    by: fc.integer({ min: 1, max: 255 }),
  });

  test('shows any changed byte of any record, and names that record', () => {
    fc.assert(
      fc.property(tampered, ({ length, place, byte, by }) => {
        const chain = chainOf(length);
        const k = place % length;
        const lines = chain.map((r, i) => (i === k ? { ...r, bytes: flip(r.bytes, byte % r.bytes.length, by) } : r));
        expect(firstBad(lines)).toBe(`${k + 1} record.wrong-hash`);
      }),
    );
  });

  test('shows a record that was rewritten together with its own hash: at the latest at the next one, or at the head', () => {
    fc.assert(
      fc.property(tampered, ({ length, place }) => {
        const chain = chainOf(length);
        const k = place % length;
        const lines = chain.map((r, i) =>
          i === k ? seal(body(r.n, i === 0 ? noPrevious : (chain[i - 1] as StoredRecord).hash, { command: { type: 'StartCase' } })) : r,
        );
        expect(firstBad(lines, { head: headOf(chain) })).toBe(
          k === length - 1 ? `${length} record.wrong-head` : `${k + 2} record.wrong-prev`,
        );
      }),
    );
  });

  test('shows a dropped, doubled, exchanged or foreign record, numbers kept or written anew', () => {
    fc.assert(
      fc.property(tampered, fc.boolean(), ({ length, place }, bare) => {
        const chain = chainOf(length);
        const lines = bare ? chain.map(({ bytes }) => ({ bytes })) : chain;
        const k = place % (length - 1);
        const [here, next] = [lines[k], lines[k + 1]] as [StoredRecord, StoredRecord];
        expect(firstBad(lines.toSpliced(k, 1))).toBe(`${k + 1} record.wrong-number`);
        expect(firstBad(lines.toSpliced(k, 0, here))).toBe(`${k + 2} record.wrong-number`);
        expect(firstBad(lines.toSpliced(k, 2, next, here))).toBe(`${k + 1} record.wrong-number`);
        const foreign = seal(body(k + 1, k === 0 ? noPrevious : (chain[k - 1] as StoredRecord).hash, { case: 'other' }));
        expect(firstBad(lines.with(k, foreign), { case: about.case })).toBe(`${k + 1} record.other-case`);
      }),
    );
  });

  test('cut at its end is seen against the head or the count, and names the first missing record', () => {
    const chain = chainOf(5);
    expect(firstBad(chain.slice(0, 3), { count: 5, head: headOf(chain) })).toBe('4 record.missing');
    expect(firstBad(chain.slice(0, 3), { head: headOf(chain) })).toBe('3 record.wrong-head');
    expect(firstBad(chain, { count: 4 })).toBe('5 record.unexpected');
    expect(firstBad([], { head: headOf(chain) })).toBe('1 record.wrong-head');
  });

  test('whose time goes back, or that changes its procedure, is not whole', () => {
    expect(firstBad(chainOf(4, (n) => (n === 3 ? { at: '2026-11-22T07:59:59.999Z' } : {})))).toBe('3 record.time-back');
    expect(firstBad(chainOf(4, () => ({ at: '2026-11-22T08:00:00.000Z' })))).toBe('whole');
    expect(firstBad(chainOf(4, (n) => (n === 2 ? { procedure: { ...procedure, version: 2 } } : {})))).toBe('2 record.other-procedure');
    expect(firstBad(chainOf(2), { procedure: { ...procedure, hash: 'cd'.repeat(32) } })).toBe('1 record.other-procedure');
  });
});

describe('an export file', () => {
  test('is read back and is whole', () => {
    const chain = chainOf(4);
    const text = exportRecords(about, chain);
    const read = readExport(text);
    expect(read.ok && recordsOf(read.lines).map((r) => r.n)).toEqual([1, 2, 3, 4]);
    expect(verifyExport(text, sha256)).toMatchObject({ whole: true, records: 4, head: headOf(chain), header: { records: 4, ...about } });
    expect(verifyExport(exportRecords(about, []), sha256)).toMatchObject({ whole: true, records: 0 });
  });

  test('shows any changed character, wherever it stands', () => {
    const text = exportRecords(about, chainOf(3));
    fc.assert(
      fc.property(fc.nat({ max: text.length - 1 }), fc.integer({ min: 1, max: 127 }), (at, by) => {
        const changed = text.slice(0, at) + String.fromCharCode(text.charCodeAt(at) ^ by) + text.slice(at + 1);
        expect(verifyExport(changed, sha256).whole).toBe(false);
      }),
      { numRuns: 600 },
    );
  });

  test('has one spelling only: stray bits at the end of the base64 text are seen', () => {
    for (const key of ['k', 'kk', 'kkk']) {
      const text = exportRecords(
        about,
        chainOf(1, () => ({ key })),
      );
      const stray = text.replace(
        /([A-Za-z0-9+/])(=+)"/,
        (_, last: string, padding: string) => `${String.fromCharCode(last.charCodeAt(0) + 1)}${padding}"`,
      );
      if (stray !== text) expect(verifyExport(stray, sha256)).toMatchObject({ whole: false, firstBad: { n: 1, why: 'export.unreadable' } });
    }
  });

  test('cut anywhere is not whole', () => {
    const text = exportRecords(about, chainOf(3));
    for (let at = 0; at < text.length; at++) expect(verifyExport(text.slice(0, at), sha256).whole).toBe(false);
  });

  test('names the first bad record: a line that cannot be read, or an earlier one that was changed', () => {
    const chain = chainOf(4);
    const lines = exportRecords(about, chain).split('\n');
    expect(verifyExport(lines.with(3, 'x').join('\n'), sha256)).toMatchObject({ firstBad: { n: 3, why: 'export.unreadable' } });
    expect(verifyExport(lines.with(0, '{}').join('\n'), sha256)).toMatchObject({ firstBad: { n: 0, why: 'export.unreadable' } });
    const rewritten = exportRecords(about, chain.with(1, { ...(chain[1] as StoredRecord), bytes: (chain[0] as StoredRecord).bytes }));
    expect(verifyExport(rewritten.split('\n').with(4, 'x').join('\n'), sha256)).toMatchObject({
      firstBad: { n: 2, why: 'record.wrong-hash' },
    });
  });

  test('of a damaged chain can be written, so that the damage can be shown', () => {
    const chain = chainOf(3);
    const damaged = chain.with(1, { ...(chain[1] as StoredRecord), bytes: flip((chain[1] as StoredRecord).bytes, 20, 1) });
    expect(verifyExport(exportRecords(about, damaged), sha256)).toMatchObject({
      whole: false,
      firstBad: { n: 2, why: 'record.wrong-hash' },
    });
  });

  test('does not depend on the hash in the line alone: the number beside the bytes is checked too', () => {
    const chain = chainOf(3);
    expect(firstBad(chain.with(1, { ...(chain[1] as StoredRecord), n: 5 }))).toBe('2 record.wrong-number');
    expect(hashRecord((chain[0] as StoredRecord).bytes, sha256)).toBe(chain[0]?.hash);
  });
});
