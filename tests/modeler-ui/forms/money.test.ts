// Amounts are exact: what is typed in 元 becomes 分 and back, without floating point.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseYuan, showWan, showYuan } from '../../../modeler-ui/forms/money.ts';

describe('reading an amount', () => {
  test.each([
    ['1200', 120_000],
    ['1,200.5', 120_050],
    ['¥1 200.50', 120_050],
    ['￥１２００．５０', 120_050],
    ['0.07', 7],
    ['1280000元', 128_000_000],
    ['-3.10', -310],
    ['-0', 0],
  ])('%s', (text, fen) => {
    expect(parseYuan(text)).toBe(fen);
  });

  test.each(['', '12.345', 'abc', '1.2.3', '1e5', '9'.repeat(14), '--1', '.'])('%j is no amount', (text) => {
    expect(parseYuan(text)).toBeUndefined();
  });

  test('what is shown can be read again, for every amount', () => {
    fc.assert(fc.property(fc.integer({ min: -99_999_999_999_999, max: 99_999_999_999_999 }), (fen) => parseYuan(showYuan(fen)) === fen));
  });
});

test.each([
  [128_000_000, '128'],
  [128_000_050, '128.00005'],
  [1_000_000, '1'],
  [12_345_678_900, '12,345.6789'],
])('%i fen in ten thousands is %s', (fen, text) => {
  expect(showWan(fen)).toBe(text);
});
