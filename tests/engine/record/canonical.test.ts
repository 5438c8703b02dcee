// Canonical JSON against the vectors printed in RFC 8785 (§3.2.2–3.2.4 and appendix B), and by properties.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalText, deepestLevel, readCanonical } from '../../../engine/record/canonical.ts';

const textOf = (value: unknown): string => {
  const canonical = canonicalText(value);
  if (!canonical.ok) throw new Error(`${canonical.why} at ${canonical.path}`);
  return canonical.text;
};
const double = (hex: string): number => Buffer.from(hex, 'hex').readDoubleBE(0);

describe('RFC 8785', () => {
  test('§3.2.2: literals, numbers and strings', () => {
    const sample = JSON.parse(String.raw`{
      "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
      "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
      "literals": [null, true, false]
    }`);
    expect(textOf(sample)).toBe(
      String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`,
    );
  });

  test('§3.2.3: members sorted by UTF-16 code units', () => {
    const sample = {
      '\u20ac': 'Euro Sign',
      '\r': 'Carriage Return',
      '\ufb33': 'Hebrew Letter Dalet With Dagesh',
      '1': 'One',
      '\ud83d\ude00': 'Emoji: Grinning Face',
      '\u0080': 'Control',
      '\u00f6': 'Latin Small Letter O With Diaeresis',
    };
    expect(Object.values(JSON.parse(textOf(sample).replace('"1"', '"one"')))).toEqual([
      'Carriage Return',
      'One',
      'Control',
      'Latin Small Letter O With Diaeresis',
      'Euro Sign',
      'Emoji: Grinning Face',
      'Hebrew Letter Dalet With Dagesh',
    ]);
  });

  test.each([
    ['0000000000000000', '0'],
    ['8000000000000000', '0'],
    ['0000000000000001', '5e-324'],
    ['8000000000000001', '-5e-324'],
    ['7fefffffffffffff', '1.7976931348623157e+308'],
    ['ffefffffffffffff', '-1.7976931348623157e+308'],
    ['4340000000000000', '9007199254740992'],
    ['c340000000000000', '-9007199254740992'],
    ['4430000000000000', '295147905179352830000'],
    ['44b52d02c7e14af5', '9.999999999999997e+22'],
    ['44b52d02c7e14af6', '1e+23'],
    ['44b52d02c7e14af7', '1.0000000000000001e+23'],
    ['444b1ae4d6e2ef4e', '999999999999999700000'],
    ['444b1ae4d6e2ef4f', '999999999999999900000'],
    ['444b1ae4d6e2ef50', '1e+21'],
    ['3eb0c6f7a0b5ed8c', '9.999999999999997e-7'],
    ['3eb0c6f7a0b5ed8d', '0.000001'],
    ['41b3de4355555553', '333333333.3333332'],
    ['41b3de4355555554', '333333333.33333325'],
    ['41b3de4355555555', '333333333.3333333'],
    ['41b3de4355555556', '333333333.3333334'],
    ['41b3de4355555557', '333333333.33333343'],
    ['becbf647612f3696', '-0.0000033333333333333333'],
    ['43143ff3c1cb0959', '1424953923781206.2'],
  ])('appendix B: %s is written %s', (hex, text) => {
    expect(textOf(double(hex))).toBe(text);
  });
});

describe('what JSON cannot say exactly is refused with its path', () => {
  test.each([
    ['a missing value', { a: [1, undefined] }, 'undefined', '/a/1'],
    ['a hole', { a: Array(1) }, 'undefined', '/a/0'],
    ['NaN', { a: Number.NaN }, 'notFinite', '/a'],
    ['infinity', [Number.NEGATIVE_INFINITY], 'notFinite', '/0'],
    ['a high surrogate alone', 'x\ud83d', 'loneSurrogate', ''],
    ['a low surrogate alone', { '\ude00': 1 }, 'loneSurrogate', ''],
    ['a Map', { a: new Map() }, 'notJson', '/a'],
    ['a Date', [new Date(0)], 'notJson', '/0'],
    ['a bigint', 1n, 'notJson', ''],
    ['a function', { f: () => 1 }, 'notJson', '/f'],
  ])('%s', (_, value, why, path) => {
    expect(canonicalText(value)).toEqual({ ok: false, why, path });
  });

  test('nesting beyond the limit, written or read', () => {
    const nested = (levels: number): string => '['.repeat(levels) + ']'.repeat(levels);
    expect(readCanonical(nested(deepestLevel + 1))).toBeDefined();
    expect(readCanonical(nested(deepestLevel + 2))).toBeUndefined();
    expect(readCanonical('['.repeat(60_000))).toBeUndefined();
    expect(canonicalText(JSON.parse(nested(deepestLevel + 2)))).toMatchObject({ why: 'tooDeep' });
  });
});

describe('reading back', () => {
  test('any JSON value is read back from its canonical text, and has no other text', () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'binary' }), (value) => {
        const canonical = canonicalText(value);
        fc.pre(canonical.ok);
        const text = textOf(value);
        expect(readCanonical(text)).toEqual(JSON.parse(JSON.stringify(value)));
        const indented = JSON.stringify(JSON.parse(text), null, 1);
        if (indented !== text) expect(readCanonical(indented)).toBeUndefined();
      }),
    );
  });

  test.each([
    ['a doubled key', '{"a":1,"a":1}'],
    ['another order', '{"b":1,"a":1}'],
    ['another spelling of a letter', String.raw`{"\u0061":1}`],
    ['another spelling of a number', '[1.0]'],
    ['minus zero', '[-0]'],
    ['a space', '[1, 2]'],
    ['a line end', '[1]\n'],
    ['two values', '1 2'],
    ['nothing', ''],
  ])('refuses %s', (_, text) => {
    expect(readCanonical(text)).toBeUndefined();
  });

  test('a member called __proto__ is a member like any other', () => {
    const text = '{"__proto__":{"a":1},"constructor":2}';
    expect(textOf(readCanonical(text))).toBe(text);
  });
});
