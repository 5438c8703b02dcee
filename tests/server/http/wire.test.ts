// What is written about the wire is true: the list of routes, and words for every kind of event that the core can write.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import type { CaseEvent } from '../../../engine/index.ts';
import { eventTypesWithWords, eventWords } from '../../../server/features/cases/event-words.ts';
import { allRoutes } from '../../../server/http/routes.ts';

const root = resolve(import.meta.dirname, '../../..');
const read = (path: string): string => readFileSync(resolve(root, path), 'utf8');

test('docs/http.md lists every route with who may ask, and no other', () => {
  const lines = read('docs/http.md')
    .split('\n')
    .flatMap((line) => {
      const cells = line.split('|').map((c) => c.trim());
      const route = /^(GET|POST|PUT|DELETE) (\/api\/[^\s?]+)/.exec(cells[1] ?? '');
      return route && !/openapi|docs/.test(cells[1] ?? '') ? [{ route: `${route[1]} ${route[2]}`, who: cells[3] ?? '' }] : [];
    });
  expect(lines.map((l) => l.route).sort()).toEqual(allRoutes.map((r) => `${r.method} ${r.path}`).sort());
  for (const { method, path, policy } of allRoutes) {
    const who = lines.find((l) => l.route === `${method} ${path}`)?.who ?? '';
    if (policy === 'anyone') expect(`${path}: ${who}`).toContain('anyone');
    else if (policy !== 'signedIn') for (const role of policy) expect(`${path}: ${who}`).toContain(role);
    else expect(`${path}: ${who}`).not.toContain('anyone');
  }
});

test('every kind of event has its entry in the table of words', () => {
  const source = read('engine/case/event.ts');
  const kinds = [...source.slice(source.indexOf('export type CaseEvent')).matchAll(/readonly type: '(\w+)'/g)].map((m) => m[1]);
  expect(kinds.length).toBeGreaterThan(25);
  expect([...eventTypesWithWords()].sort()).toEqual([...new Set(kinds)].sort());
});

test('a fact that is newer than the table is named, not hidden', () => {
  const fact = { type: 'SomethingNew' };
  const event = { type: 'MeetingActed', node: 1, element: 'E', kind: 'bpmn:SubProcess', fact } as CaseEvent;
  const names = {
    element: (id: string) => id,
    isNamed: () => true,
    person: (id: string) => id,
    office: (key: string) => ({ zh: key, en: key }),
  };
  expect(eventWords(event, names)?.zh).toContain('SomethingNew');
});
