// Regular expressions: what they match, against JavaScript's own on random patterns and by a table; and that no pattern is a bomb.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchesPattern, replacePattern, splitPattern } from '../../../engine/expression/pattern/pattern.ts';
import { Run } from '../../../engine/expression/run.ts';
import { evaluation, feel } from './feel.ts';

const seed = Number(process.env.FC_SEED ?? 20_261_122);
const newRun = (): Run => new Run(() => undefined, { now: 0, zone: 'UTC' }, { steps: 10_000_000 });

describe('a pattern matches', () => {
  // pattern, flags, what it matches, what it does not
  const rows: readonly (readonly [string, string, string, string])[] = [
    ['^a+$', '', 'aaa', 'aab'],
    ['^(规|程){2}$', '', '规程', '规'],
    ['^\\d{4}-\\d{2}$', '', '2026-03', '2026-3'],
    ['^\\p{Lu}\\P{Lu}+$', '', 'Abc', 'ABc'],
    ['^[a-z-[aeiou]]+$', '', 'xyz', 'xaz'],
    ['^[^0-9]$', '', 'x', '5'],
    ['^[\\w]+$', '', '规程a1', 'a b'],
    ['^\\s\\S$', '', ' x', 'xx'],
    ['^\\i\\c*$', '', 'a-b.c', '1a'],
    ['^.$', '', '😀', '\n'],
    ['^.$', 's', '\n', 'ab'],
    ['^b$', 'm', 'a\nb\nc', 'ab'],
    ['ABC', 'i', 'xabcx', 'abd'],
    ['^[a-c]$', 'i', 'B', 'D'],
    ['a b # c', 'x', 'ab#c', 'a b'],
    ['a.b', 'q', 'xa.b', 'axb'],
    ['^a{2,3}$', '', 'aaa', 'aaaa'],
    ['^a{2,}$', '', 'aaaaa', 'a'],
    ['^(a|)$', '', '', 'b'],
    ['^(?:ab)+$', '', 'abab', 'aba'],
    ['\\-\\[\\]\\{\\}\\(\\)\\*\\+\\?\\.\\\\\\^\\$\\|', '', '-[]{}()*+?.\\^$|', '-'],
    ['^[\\]\\-\\\\^]+$', '', ']-\\^', 'a'],
    ['^[a\\-z]+$', '', 'a-z', 'b'],
  ];
  for (const [pattern, flags, yes, no] of rows)
    it(`/${pattern}/${flags}`, () => {
      expect(matchesPattern({ text: yes, pattern, flags }, newRun())).toBe(true);
      expect(matchesPattern({ text: no, pattern, flags }, newRun())).toBe(false);
    });
});

describe('replace and split', () => {
  it('take the leftmost match, greedy or not', () => {
    expect(feel('replace("aXbXc", "X.*X", "-")')).toBe('a-c');
    expect(feel('replace("<a><b>", "<.+>", "-")')).toBe('-');
    expect(feel('replace("<a><b>", "<.+?>", "-")')).toBe('--');
    expect(feel('replace("abab", "a|ab", "-")')).toBe('-b-b');
  });
  it('name groups, and take other signs as they are', () => {
    expect(feel('replace("2026", "(..)(..)", "$2\\\\$$1\\\\\\\\$9")')).toBe('26$20\\');
    expect(feel('replace("a.b", ".", "$0", "q")')).toBe('a$0b');
  });
  it('stop where a pattern matches the empty text or a replacement is not well written', () => {
    for (const source of ['replace("abc", "x*", "-")', 'split("abc", "")', 'replace("abc", "b", "$x")', 'replace("abc", "b", "a\\\\b")'])
      expect(evaluation(source)).toMatchObject({ ok: false, code: 'expression.pattern' });
  });
});

describe('a pattern that is not understood is refused, never guessed', () => {
  const wrong = [
    '(',
    ')',
    'a)',
    '[',
    '[]',
    '[a',
    '*',
    'a**',
    '+a',
    '?',
    '{2}',
    'a{2',
    'a{3,2}',
    'a{x}',
    'a{2000}',
    '}',
    ']',
    '\\',
    '\\q',
    '\\b',
    '(a)\\1',
    '(?=a)',
    '(?<n>a)',
    '(?i)a',
    '\\p{Xx}',
    '\\p{IsGreek}',
    '\\pL',
    '[z-a]',
    '[a-\\d]',
    '[[a]]',
    '^*',
    'a++',
    '(a{1000}){1000}',
    '('.repeat(40),
  ];
  for (const pattern of wrong)
    it(pattern.slice(0, 20), () => {
      expect(evaluation('matches("a", p)', { p: pattern })).toMatchObject({
        ok: false,
        code: 'expression.pattern',
        message: { zh: expect.stringMatching(/\p{Script=Han}/u) },
      });
    });
  it('so is a flag', () => {
    expect(evaluation('matches("a", "a", "g")')).toMatchObject({ ok: false, code: 'expression.pattern' });
  });
});

/** Random patterns over a small alphabet, so that they often match. Loops of what can be empty end in JavaScript by a rule of its own. */
function patterns(emptyLoops: boolean, depth = 2): fc.Arbitrary<string> {
  const letter = fc.constantFrom('a', 'b', 'c', '.', '[ab]', '[^a]', '\\d');
  const inner = depth === 0 ? letter : patterns(emptyLoops, depth - 1);
  const atom =
    depth === 0
      ? letter
      : fc.oneof(
          letter,
          inner.map((it) => `(${it})`),
          inner.map((it) => `(?:${it})`),
        );
  const count = fc.constantFrom('', '', '', '*', '+', '?', '*?', '+?', '??', '{2}', '{1,2}', '{0,2}?', '{2,}');
  const loops = (it: string): boolean => emptyLoops || !new RegExp(`^(?:${it})$`, 'u').test('');
  const piece = fc.tuple(atom, count).map(([it, times]) => (loops(it) ? it + times : it));
  const sequence = fc.array(piece, { minLength: 1, maxLength: 3 }).map((parts) => parts.join(''));
  return fc.array(sequence, { minLength: 1, maxLength: 2 }).map((parts) => parts.join('|'));
}
const text = fc.array(fc.constantFrom('a', 'b', 'c', '1'), { maxLength: 7 }).map((chars) => chars.join(''));

// Shallow patterns and short texts: what is compared with backtracks, and would hang on deeper ones.
describe(`as JavaScript does (seed ${seed})`, () => {
  it('matches or not', () => {
    fc.assert(
      fc.property(patterns(true, 1), text, (source, subject) => {
        expect(matchesPattern({ text: subject, pattern: source, flags: '' }, newRun())).toBe(new RegExp(source, 'u').test(subject));
      }),
      { seed, numRuns: 700 },
    );
  });
  it('finds the same matches', () => {
    let compared = 0;
    fc.assert(
      fc.property(patterns(false), text, (source, subject) => {
        const own = new RegExp(source, 'u');
        if (own.test('')) return;
        compared++;
        const global = new RegExp(source, 'gu');
        expect(replacePattern({ text: subject, pattern: source, flags: '' }, '<$0>', newRun())).toBe(subject.replace(global, '<$&>'));
        const pieces: string[] = [];
        let from = 0;
        for (const match of subject.matchAll(global)) {
          pieces.push(subject.slice(from, match.index));
          from = match.index + match[0].length;
        }
        expect(splitPattern({ text: subject, pattern: source, flags: '' }, newRun())).toEqual([...pieces, subject.slice(from)]);
      }),
      { seed, numRuns: 700 },
    );
    expect(compared).toBeGreaterThan(100);
  });
});

describe(`the work grows with the length of the text (seed ${seed})`, () => {
  it('also for patterns that make backtracking matchers hang', () => {
    for (const source of ['(a+)+$', '(a|a)*b', '(a|aa)+$', '(.*a){12}', '(a*)*b', '([a-zA-Z]+)*!', '(a?){25}a{25}']) {
      const steps = (length: number): number => {
        let least = 1;
        const enough = (limit: number): boolean => {
          const run = new Run(() => undefined, { now: 0, zone: 'UTC' }, { steps: limit });
          try {
            matchesPattern({ text: `${'a'.repeat(length)}?`, pattern: source, flags: '' }, run);
            return true;
          } catch {
            return false;
          }
        };
        while (!enough(least)) least *= 1.1;
        return least;
      };
      expect(steps(4000) / steps(1000)).toBeLessThan(6);
    }
  });
});
