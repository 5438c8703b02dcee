// Times and limits in plain words.
import { describe, expect, test } from 'vitest';
import { dueWords, shortMoment } from '../../../modeler-ui/widgets/moments.ts';

const now = new Date(2026, 10, 22, 15, 0).getTime();
const at = (hours: number): string => new Date(now + hours * 3_600_000).toISOString();

describe('a moment', () => {
  test('of today and yesterday is said so, by the day and not by 24 hours', () => {
    expect(shortMoment(at(-14), now, 'zh')).toEqual({ when: 'today', text: '01:00' });
    expect(shortMoment(at(-16), now, 'zh')).toEqual({ when: 'yesterday', text: '23:00' });
  });
  test('of another day has its date, of another year its year', () => {
    expect(shortMoment(at(-48), now, 'zh').text).toBe('11月20日 15:00');
    expect(shortMoment(at(-48), now, 'en').text).toBe('20 Nov 15:00');
    expect(shortMoment(at(-24 * 365), now, 'zh').text).toContain('2025年');
  });
});

describe('a limit', () => {
  test.each([
    [-50, { tone: 'bad', key: 'overdueDays', n: 2 }],
    [-5, { tone: 'bad', key: 'overdueHours', n: 5 }],
    [-0.1, { tone: 'bad', key: 'overdueNow', n: 0 }],
    [0.5, { tone: 'warn', key: 'leftSoon', n: 0 }],
    [5, { tone: 'warn', key: 'leftHours', n: 5 }],
    [24, { tone: 'plain', key: 'leftDays', n: 1 }],
    [71, { tone: 'plain', key: 'leftDays', n: 2 }],
  ])('%d hours away', (hours, words) => {
    expect(dueWords(at(hours), now)).toEqual(words);
  });
});
