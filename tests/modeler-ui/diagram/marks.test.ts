// What changes on the picture of a case when its marks change; and how problems are put in order.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flowChanges, type Mark, type Marks, markChanges, markSigns, marks } from '../../../modeler-ui/diagram/marks.ts';
import { byElement, inReadingOrder, merged } from '../../../modeler-ui/diagram/problem-places.ts';

const someMarks = fc.dictionary(fc.constantFrom('A', 'B', 'C', '__proto__', 'constructor'), fc.constantFrom<Mark>(...marks));
const applied = (from: Marks, to: Marks): Map<string, Mark> => {
  const picture = new Map(Object.entries(from));
  for (const change of markChanges(from, to)) {
    expect(change.from).toBe(picture.get(change.element));
    if (change.to) picture.set(change.element, change.to);
    else picture.delete(change.element);
  }
  return picture;
};

describe('marks of a case', () => {
  it('turn the old picture into the new one', () => {
    fc.assert(
      fc.property(someMarks, someMarks, (from, to) => {
        expect(applied(from, to)).toEqual(new Map(Object.entries(to)));
      }),
    );
  });
  it('change nothing when nothing changed', () => {
    expect(markChanges({ A: 'done' }, { A: 'done' })).toEqual([]);
    expect(flowChanges(['f'], ['f'])).toEqual({ add: [], remove: [] });
  });
  it('have a sign of their own each', () => {
    expect(new Set(Object.values(markSigns)).size).toBe(marks.length);
  });
});

describe('problems', () => {
  const problem = (code: string, element: string) => ({ code, element, message: { zh: code, en: code } });
  it('of the whole procedure come first, then in the order of the outline, then the rest', () => {
    const found = [problem('c', 'flow'), problem('b', 'Second'), problem('a', 'First'), problem('d', 'P')];
    expect(inReadingOrder(found, new Set(['P']), ['First', 'Second']).map((p) => p.element)).toEqual(['P', 'First', 'Second', 'flow']);
  });
  it('said by browser and server are one', () => {
    expect(merged([problem('a', 'X')], [problem('a', 'X'), problem('b', 'X')])).toHaveLength(2);
    expect(byElement([problem('a', 'X'), problem('b', 'X')]).get('X')).toHaveLength(2);
  });
});
