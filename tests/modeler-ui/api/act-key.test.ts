// The same act has one key until it is answered; another act has another.
import { describe, expect, test } from 'vitest';
import { actKey, newKey } from '../../../modeler-ui/api/act-key.ts';
import { CallFailed, failureOf } from '../../../modeler-ui/api/problem.ts';

const counted = () => {
  let n = 0;
  return actKey(() => `key-${++n}`);
};

describe('the key of an act', () => {
  test('pressing again after no answer repeats the same act', () => {
    const key = counted();
    const first = key.keyFor('vote agree');
    key.settle(new CallFailed('offline', 0));
    expect(key.keyFor('vote agree')).toBe(first);
    key.settle(new CallFailed('broken', 502));
    expect(key.keyFor('vote agree')).toBe(first);
  });

  test('other content is another act, even after no answer', () => {
    const key = counted();
    const first = key.keyFor('vote agree');
    key.settle(new CallFailed('offline', 0));
    expect(key.keyFor('vote disagree')).not.toBe(first);
  });

  test('after an answer, also a refusal, the next press is a new act', () => {
    const key = counted();
    const first = key.keyFor('complete');
    key.settle(failureOf(409, { code: 'gate.supervisor-awaited', status: 409, words: { zh: '等待', en: 'Awaited' } }));
    const second = key.keyFor('complete');
    expect(second).not.toBe(first);
    key.settle(null);
    expect(key.keyFor('complete')).not.toBe(second);
  });

  test('keys do not repeat', () => {
    const keys = new Set(Array.from({ length: 1000 }, newKey));
    expect(keys.size).toBe(1000);
    expect([...keys][0]).toMatch(/^[0-9a-f]{32}$/);
  });
});
