// Imports point one way, in no circle, and packages stay where they belong. Each rule first shows that it can fail.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cycles, type Manifest, oneWay, packagesInPlace, withEnding } from './import-rules.ts';
import { importsOf, listed, programs, root, type SourceFile } from './sources.ts';

const house = programs();
const manifest = JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8')) as Manifest;
const file = (path: string, ...lines: string[]): SourceFile => ({ path, text: lines.join('\n') });

test('imports are read from every form they are written in, and from no comment', () => {
  const found = importsOf(
    file(
      'server/cli/run.ts',
      "import { a,\n  type B } from '../main.ts';",
      "import type { C } from './c.ts';",
      "import { type D, type E } from './d.ts';",
      "export { f } from './f.ts';",
      "import './g.css';",
      "const h = await import('./h.ts');",
      "// import { x } from './x.ts';",
      "/* import './y.ts'; */ import * as z from 'zod';",
    ),
  );
  expect(found.map((i) => `${i.target ?? i.from}${i.typeOnly ? ' (type)' : ''}`).sort()).toEqual(
    [
      'server/cli/c.ts (type)',
      'server/cli/d.ts (type)',
      'server/cli/f.ts',
      'server/cli/g.css',
      'server/cli/h.ts',
      'server/main.ts',
      'zod',
    ].sort(),
  );
});

describe('one way', () => {
  test.each<[string, string, string, boolean]>([
    [
      'a page that reaches into the server',
      'modeler-ui/pages/member/vote.tsx',
      "import { a } from '../../../server/pipeline/answer.ts';",
      false,
    ],
    ['a page that passes the door of the engine', 'modeler-ui/api/case.ts', "import { a } from '../../engine/case/evolve.ts';", false],
    ['the engine that imports the server', 'engine/gate/quorum.ts', "import type { A } from '../../server/contract/cases.ts';", false],
    ['a ground room that runs another', 'engine/case/evolve.ts', "import { a } from '../calendar/add-days.ts';", false],
    [
      'a ground room that names a type of a moving one',
      'engine/case/evolve.ts',
      "import type { A } from '../execution/command.ts';",
      false,
    ],
    ['a feature that imports another', 'server/features/cases/complete-task.ts', "import { a } from '../meetings/sign-in.ts';", false],
    [
      'a feature that knows an adapter',
      'server/features/cases/complete-task.ts',
      "import { a } from '../../adapters/postgres/append.ts';",
      false,
    ],
    ['a port that knows its adapter', 'server/ports/case-store.ts', "import type { A } from '../adapters/postgres/pool.ts';", false],
    ['a file in no room', 'engine/tools/a.ts', '', false],
    ['a ground room that names a type of another', 'engine/case/state.ts', "import type { A } from '../model/graph.ts';", true],
    ['any room that uses plain data', 'engine/record/record.ts', "import { a } from '../model/json.ts';", true],
    ['a feature that uses the corridor', 'server/features/cases/complete-task.ts', "import { a } from '../../pipeline/answer.ts';", true],
    ['main that chooses an adapter', 'server/main.ts', "import { a } from './adapters/postgres/open-store.ts';", true],
  ])('%s', (_, path, text, good) => {
    expect(oneWay([file(path, text)]).length === 0).toBe(good);
  });

  test('the house keeps it', () => {
    expect(listed(oneWay(house))).toEqual([]);
  });
});

describe('cycles', () => {
  test('are found, through type imports too, and once each', () => {
    const circle = [
      file('a.ts', "import { b } from './b.ts';"),
      file('b.ts', "import type { C } from './c.ts';"),
      file('c.ts', "export { a } from './a.ts';"),
    ];
    expect(cycles(circle)).toEqual([{ path: 'a.ts', what: 'cycle: a.ts → b.ts → c.ts → a.ts' }]);
    expect(cycles([file('a.ts', "import { b } from './b.ts';"), file('b.ts')])).toEqual([]);
  });

  test('the house has none', () => {
    expect(listed(cycles(house))).toEqual([]);
  });
});

describe('packages', () => {
  test.each<[string, string, string, boolean]>([
    ['a package nobody declared', 'server/http/a.ts', "import a from 'left-pad';", false],
    ['a development package in the server', 'server/http/a.ts', "import { test } from 'vitest';", false],
    ['Node in the engine', 'engine/record/a.ts', "import { a } from 'node:crypto';", false],
    ['Node in a page', 'modeler-ui/api/a.ts', "import { a } from 'fs';", false],
    ['the drawing tool outside diagram', 'modeler-ui/pages/drafter/a.tsx', "import M from 'bpmn-js/lib/Modeler';", false],
    ['SQL outside its adapter', 'server/features/cases/a.ts', "import pg from 'pg';", false],
    ['the large component library on a public page', 'modeler-ui/pages/public/a.tsx', "import { Button } from 'antd';", false],
    ['the drawing tool in diagram', 'modeler-ui/diagram/a.ts', "import M from 'bpmn-js/lib/Modeler';", true],
    ['a shipped package in the server', 'server/contract/a.ts', "import { z } from 'zod';", true],
    ['Node in the server', 'server/main.ts', "import { a } from 'node:fs';", true],
  ])('%s', (_, path, text, good) => {
    expect(packagesInPlace([file(path, text)], manifest).length === 0).toBe(good);
  });

  test('the house keeps them in place', () => {
    expect(listed(packagesInPlace(house, manifest))).toEqual([]);
  });
});

test('imports carry their file ending', () => {
  expect(withEnding([file('server/a.ts', "import { b } from './b';", "import { c } from './c.js';")])).toHaveLength(2);
  expect(listed(withEnding(house))).toEqual([]);
});
