// Where people arrive, what is said afterwards, what the public is shown: the small decisions of the pages.
import { describe, expect, test } from 'vitest';
import type { DemoAccount, Me, Role } from '../../../modeler-ui/api/session.ts';
import { bigChoices, usualForm } from '../../../modeler-ui/pages/member/choices.ts';
import { shownStages } from '../../../modeler-ui/pages/public/stages.ts';
import { homeOf, insideAddress } from '../../../modeler-ui/pages/shell/me.ts';
import { groupAccounts } from '../../../modeler-ui/pages/sign-in/demo-accounts.tsx';
import { readDone } from '../../../modeler-ui/pages/task/done-panel.tsx';

const me = (roles: Role[]): Me => ({ person: 'p', name: 'P', offices: [], roles, bodies: [], expiresAt: '2026-11-22T04:00:00Z' });

describe('after signing in', () => {
  test.each([
    [['supervisor'], '/watch'],
    [['member', 'supervisor'], '/watch'],
    [['drafter'], '/draw'],
    [['drafter', 'secretary'], '/work'],
    [['member'], '/work'],
    [['staff'], '/work'],
  ] as const)('%j begins at %s', (roles, address) => {
    expect(homeOf(me([...roles]))).toBe(address);
  });

  test.each([
    ['/work/1/2?x=1', '/work/1/2?x=1'],
    ['//elsewhere.example', undefined],
    ['/\\elsewhere.example', undefined],
    ['https://elsewhere.example', undefined],
    ['javascript:alert(1)', undefined],
    [null, undefined],
  ])('the way back %j leads nowhere else', (to, address) => {
    expect(insideAddress(to)).toBe(address);
  });
});

test('every demonstration account is listed once, members before supervisors', () => {
  const account = (name: string, roles: Role[]): DemoAccount => ({
    account: name,
    name,
    office: { zh: name, en: name },
    roles,
    does: { zh: 'x', en: 'x' },
  });
  const groups = groupAccounts([
    account('a', ['staff']),
    account('b', ['member', 'supervisor']),
    account('c', ['supervisor']),
    account('d', ['secretary']),
  ]);
  expect(groups.map((g) => [g.role, g.accounts.map((a) => a.account)])).toEqual([
    ['secretary', ['d']],
    ['member', ['b']],
    ['supervisor', ['c']],
    ['staff', ['a']],
  ]);
});

describe('choices of a member', () => {
  test('are those of the step’s form', () => {
    const option = (value: string) => ({ value, label: { zh: value, en: value } });
    const form = usualForm('ballot');
    expect(
      bigChoices(
        {
          ...form,
          fields: [
            { key: 'choice', type: 'choice', required: true, label: { zh: '票', en: 'Vote' }, options: [option('yes'), option('no')] },
          ],
        },
        'ballot',
      ).map((c) => c.value),
    ).toEqual(['yes', 'no']);
  });
  test.each([
    ['opinions', ['agree', 'disagree', 'postpone']],
    ['chiefOpinion', ['agree', 'disagree', 'postpone']],
    ['ballot', ['agree', 'disagree', 'abstain']],
  ] as const)('without a form, %s has the usual ones', (stage, values) => {
    expect(bigChoices(usualForm(stage), stage).map((c) => c.value)).toEqual(values);
  });
});

describe('what the history entry says was done', () => {
  test.each([null, undefined, 'x', {}, { done: 5 }, { done: null }])('%j is nothing', (state) => {
    expect(readDone(state)).toBeUndefined();
  });
});

describe('public stages', () => {
  const stage = (name: string, state: 'done' | 'now' | 'ahead') => ({ name, state });
  test('a stage left behind without being entered is not ahead', () => {
    const stages = [stage('a', 'done'), stage('b', 'ahead'), stage('c', 'now'), stage('d', 'ahead')];
    expect(shownStages({ stages, status: 'running' }).map((s) => s.state)).toEqual(['done', 'passedBy', 'now', 'ahead']);
  });
  test('once the case has ended nothing is ahead', () => {
    expect(shownStages({ stages: [stage('a', 'done'), stage('b', 'ahead')], status: 'completed' }).map((s) => s.state)).toEqual([
      'done',
      'passedBy',
    ]);
  });
});
