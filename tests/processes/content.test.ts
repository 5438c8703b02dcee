// What stands in a procedure's folder is whole and sound: the drawing is accepted, every step can be done by somebody with a form and says its
// five facts, forms and rule objects have their shape, documents and supervision are where the rules want them.
import { describe, expect, test } from 'vitest';
import {
  checkProcedure,
  type FlowNode,
  form,
  type Problem,
  type ProcessGraph,
  readDrawing,
  ruleObject,
  type Words,
} from '../../engine/index.ts';
import { jsonFiles, procedureNames, readText } from './procedure-folders.ts';
import { formsOf, rosterOf, ruleObjectsOf } from './shipped.ts';

const people = new Set(['bpmn:UserTask', 'bpmn:ManualTask']);
const chinese = /\p{Script=Han}/u;

describe.each(procedureNames())('%s', (name) => {
  const xml = readText(name, `${name}.bpmn`);
  const read = readDrawing(xml);
  const graphOf = async (): Promise<ProcessGraph> => {
    const graph = (await read).drawing?.processes.find((p) => p.id === name);
    if (!graph) throw new Error('no process');
    return graph;
  };
  const stepsOf = async (): Promise<readonly FlowNode[]> => [...(await graphOf()).nodes.values()].filter((n) => people.has(n.kind));
  const lacking = async (wanted: (n: FlowNode) => boolean): Promise<readonly string[]> =>
    (await stepsOf()).filter((n) => !wanted(n)).map((n) => n.id);

  test('the drawing is accepted without a problem', async () => {
    expect((await read).problems).toEqual([]);
    expect((await graphOf()).executable).toBe(true);
  });

  test('forms and rule objects have their shape and bear their file names', () => {
    const faults = [
      ...jsonFiles(name, 'forms').map((f) => ({ ...f, read: form.safeParse(f.value) })),
      ...jsonFiles(name, 'rules').map((f) => ({ ...f, read: ruleObject.safeParse(f.value) })),
    ].flatMap(({ file, read: r }) =>
      r.success ? (`${r.data.key}.json` === file ? [] : [`${file} holds ${r.data.key}`]) : [`${file}: ${r.error.message}`],
    );
    expect(faults).toEqual([]);
  });

  test('every step of people has its five facts, its doer and its form, in Chinese', async () => {
    expect(await lacking((n) => n.rules.step?.kind !== undefined && chinese.test(n.rules.step.requirement))).toEqual([]);
    expect(await lacking((n) => (n.rules.assignment?.offices.length ?? 0) > 0 || n.rules.assignment?.person !== undefined)).toEqual([]);
    const forms = formsOf(name);
    expect(await lacking((n) => n.rules.form !== undefined && forms.has(n.rules.form.key))).toEqual([]);
    expect(await lacking((n) => chinese.test(n.name ?? ''))).toEqual([]);
    const kinds = (await stepsOf()).map((n) => n.rules.step?.kind);
    expect(new Set(kinds).size).toBe(kinds.length);
  });

  test('every form is used, and no form writes what only the procedure itself may write', async () => {
    const graph = await graphOf();
    const used = new Set([...graph.nodes.values()].map((n) => n.rules.form?.key).concat(graph.rules.form?.key));
    expect([...formsOf(name).keys()].filter((key) => !used.has(key))).toEqual([]);
    const kept = new Set([
      'rules',
      'case',
      'members',
      'present',
      'voters',
      'speakers',
      'chief',
      'entitled',
      'quorumMet',
      'opinionTally',
      'bigSplit',
      'ballotTally',
      'passed',
      'conclusion',
    ]);
    for (const n of graph.nodes.values())
      for (const [, written] of (n.script?.source ?? '').matchAll(/(\w+)\s*:/g)) if (written) kept.add(written);
    const cleared = new Set(['lawful', 'riskControllable']); // set to null at the start, filled in by their reviews
    const taken = [...formsOf(name).values()].flatMap((f) =>
      f.fields.filter((x) => kept.has(x.key) && !cleared.has(x.key)).map((x) => `${f.key}.${x.key}`),
    );
    expect(taken).toEqual([]);
  });

  test('both languages everywhere in forms and rules', () => {
    const words = [...formsOf(name).values()]
      .flatMap((f): Words[] => [f.title, ...f.fields.map((x) => x.label)])
      .concat(ruleObjectsOf(name).map((r) => r.title));
    expect(words.filter((w) => !chinese.test(w.zh) || !/[A-Za-z]{2}/.test(w.en) || chinese.test(w.en))).toEqual([]);
  });

  test('offices and bodies that the drawing names are in the roster', async () => {
    const graph = await graphOf();
    const { holders, bodies } = rosterOf(name);
    const offices = [...graph.nodes.values()].flatMap((n) => [
      ...(n.rules.assignment?.offices ?? []),
      ...n.rules.supervision.map((s) => s.office),
    ]);
    const ofLanes = graph.lanes.flatMap((l) => l.rules.power?.office ?? []);
    expect([...new Set([...offices, ...ofLanes])].filter((o) => holders[o] === undefined)).toEqual([]);
    const named = [...graph.nodes.values()]
      .flatMap((n) => n.rules.deliberation?.body ?? [])
      .concat(graph.lanes.flatMap((l) => l.rules.power?.body ?? []));
    expect(named.filter((b) => bodies[b] === undefined)).toEqual([]);
  });

  test('the rules drawn on it are judged sound; each regulated supervision that is taken away is found at its step', async () => {
    expect(await judged(name, xml)).toEqual([]);
    const regulated = ruleObjectsOf(name).flatMap((r) => r.supervised);
    for (const { kind, office, mode } of regulated) {
      const step = (await stepsOf()).find((n) => n.rules.step?.kind === kind);
      const bare = xml.replace(new RegExp(`(id="${step?.id}"[\\s\\S]*?)<gc:supervision office="${office}" mode="${mode}"[^>]*/>`), '$1');
      expect(bare).not.toBe(xml);
      expect((await judged(name, bare)).map((p) => p.element)).toContain(step?.id);
    }
  });

  test('the file can be edited by hand: ids say what they are, both ends of each flow are written at their elements', async () => {
    const graph = await graphOf();
    const ids = [...graph.nodes.keys(), ...graph.scopes.flatMap((s) => s.flows.map((f) => f.id))];
    expect(ids.filter((id) => !/^(Start|End|Task|Script|Gateway|Timer|Boundary|Flow)_[A-Z][A-Za-z]+$|^Meeting$/.test(id))).toEqual([]);
    for (const s of graph.scopes)
      for (const f of s.flows) {
        expect(xml).toContain(`<bpmn:incoming>${f.id}</bpmn:incoming>`);
        expect(xml).toContain(`<bpmn:outgoing>${f.id}</bpmn:outgoing>`);
      }
  });

  test('the README names every activity in English', async () => {
    const readme = readText(name, 'README.md');
    const activities = [...(await graphOf()).nodes.values()].filter((n) => /Task$|SubProcess$/.test(n.kind));
    expect(activities.filter((n) => !readme.includes(n.id)).map((n) => n.id)).toEqual([]);
  });
});

/** As a deployment judges it. */
async function judged(name: string, xml: string): Promise<readonly Problem[]> {
  const { drawing, problems } = await readDrawing(xml);
  if (!drawing) return problems;
  const { holders, bodies } = rosterOf(name);
  const rules = ruleObjectsOf(name)[0];
  const found = checkProcedure({
    drawing,
    process: name,
    forms: formsOf(name),
    offices: new Set(Object.keys(holders)),
    bodies: new Set(Object.keys(bodies)),
    ...(rules ? { rules } : {}),
  });
  return [...problems, ...found];
}

test('the documents that a party committee’s decision leaves behind are all drawn', async () => {
  const { drawing } = await readDrawing(readText('party-major-decision', 'party-major-decision.bpmn'));
  const drawn = new Set(drawing?.processes.flatMap((p) => [...p.nodes.values()].flatMap((n) => n.rules.document.map((d) => d.name))));
  const wanted = [
    '前置程序材料清单',
    '会前沟通记录',
    '会议通知',
    '签到表',
    '回避申明',
    '表决票',
    '计票单',
    '会议记录',
    '会议纪要',
    '记录纪要对照表',
    '交办单',
    '公开审核单',
  ];
  expect(wanted.filter((d) => !drawn.has(d))).toEqual([]);
});
