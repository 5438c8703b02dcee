// Whatever goes wrong between page and server becomes one kind of error with words in the reader's language.
import { describe, expect, test } from 'vitest';
import { asProblem, CallFailed, explain, failureOf, isGone } from '../../../modeler-ui/api/problem.ts';

const refusal = {
  type: 'urn:guicheng:problem:gate.supervisor-awaited',
  title: '不能通过',
  status: 409,
  detail: '监督尚未参与，这一步不能通过。',
  code: 'gate.supervisor-awaited',
  words: { zh: '监督尚未参与，这一步不能通过。', en: 'Supervision has not taken part yet; this step cannot be passed.' },
  element: 'Task_Classify',
  awaited: [{ office: 'discipline-secretary', officeName: { zh: '纪委书记', en: 'Discipline secretary' }, mode: 'cosign', when: 'during' }],
};

describe('a refusal', () => {
  test('is told in the reader’s language with code and who is awaited', () => {
    const failure = failureOf(409, refusal);
    expect(failure.kind).toBe('refused');
    expect(explain(failure, 'zh')).toMatchObject({ text: refusal.words.zh, code: 'gate.supervisor-awaited', again: false });
    expect(explain(failure, 'en').text).toBe(refusal.words.en);
    expect(explain(failure, 'en').awaited.map((a) => a.officeName.en)).toEqual(['Discipline secretary']);
  });

  test('carries the faults of a form to their fields', () => {
    const faults = [{ field: 'cost', message: { zh: '「资金」必须填写', en: '"Cost" must be filled in' } }];
    expect(explain(failureOf(422, { ...refusal, status: 422, code: 'gate.form-incomplete', faults }), 'zh').faults).toEqual(faults);
  });

  test('a step that is done is gone, like an unknown address; a closed gate is not', () => {
    expect(isGone(failureOf(409, { ...refusal, code: 'task.unknown' }))).toBe(true);
    expect(isGone(failureOf(404, undefined))).toBe(true);
    expect(isGone(failureOf(409, refusal))).toBe(false);
  });

  test('too many requests may be tried again', () => {
    expect(explain(failureOf(429, { ...refusal, status: 429, code: 'request.too-many' }), 'zh').again).toBe(true);
  });
});

describe('no readable answer', () => {
  test.each([
    ['nothing', undefined],
    ['a page of a proxy', '<html>'],
    ['a problem without words', { code: 'x', status: 500 }],
    ['a list', [refusal]],
  ])('%s is never shown as it is', (_, body) => {
    expect(asProblem(body)).toBeUndefined();
    const told = explain(failureOf(502, body), 'zh');
    expect(told).toMatchObject({ kind: 'broken', code: 'page.status-502', again: true });
    expect(told.text).toMatch(/[\u3400-\u9fff]/);
  });

  test('no network says that nothing is lost and may be tried again', () => {
    expect(explain(new CallFailed('offline', 0), 'en')).toMatchObject({ kind: 'offline', again: true });
  });

  test('a session that ended is its own kind, with or without a body', () => {
    expect(failureOf(401, undefined).kind).toBe('signedOut');
    expect(failureOf(401, { ...refusal, status: 401, code: 'session.none' }).kind).toBe('signedOut');
    expect(explain(failureOf(401, undefined), 'zh').code).toBe('page.signed-out');
  });

  test('an unknown address is not worth trying again', () => {
    expect(explain(failureOf(404, undefined), 'zh').again).toBe(false);
  });

  test.each([
    'Failed to fetch dynamically imported module: /assets/a.js',
    'Importing a module script failed.',
    'error loading dynamically imported module',
  ])('a part of the application that did not arrive may be tried again: %s', (message) => {
    expect(explain(new TypeError(message), 'zh')).toMatchObject({ code: 'page.not-loaded', again: true });
  });

  test('a fault of the page itself shows no machine message', () => {
    expect(explain(new TypeError("Cannot read properties of undefined (reading 'x')"), 'en').text).not.toContain('undefined');
  });
});
