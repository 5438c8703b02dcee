// The gc: rules as drawn: read when right; refused at their host, with the attribute named, when unknown, misplaced or filled in wrongly.
import { describe, expect, test } from 'vitest';
import { gcDescriptor } from '../../../engine/model/gc-moddle.ts';
import { readDrawing } from '../../../engine/model/read-drawing.ts';
import { catching, draw, file, make, processOf, row, start, task, timer, user } from './draw.ts';
import { refusesEach } from './wrong-and-right.ts';

const on = (rule: string) => row(user('u', rule));
const onProcess = (rules: string) => draw([task('t')], [], { rules });
const onEvent = (rule: string) =>
  row(make('intermediateCatchEvent')('c', { before: `<bpmn:extensionElements>${rule}</bpmn:extensionElements>`, after: timer() }));
const onFlow = (rule: string) =>
  file(
    `<bpmn:process id="P"><bpmn:task id="a"/><bpmn:task id="b"/><bpmn:sequenceFlow id="f" sourceRef="a" targetRef="b"><bpmn:extensionElements>${rule}</bpmn:extensionElements></bpmn:sequenceFlow></bpmn:process>`,
  );
const facts = 'subject="承办科室" condition="已受理" goal="核对" limit="当日" requirement="逐项"';
const invalid = (it: string, wrong: string, right: string) => ({
  it,
  wrong: on(wrong),
  says: [['extension.invalid', 'u'] as const],
  right: on(right),
});

describe('rules', () => {
  refusesEach([
    { it: 'unknown element', wrong: on('<gc:blessing/>'), says: [['extension.unknown', 'u']], right: on('<gc:deadline days="3"/>') },
    {
      it: 'unknown attribute',
      wrong: on('<gc:deadline days="3" hours="2"/>'),
      says: [['attribute.unknown', 'u']],
      right: on('<gc:deadline days="3"/>'),
    },
    {
      it: 'text inside',
      wrong: on('<gc:deadline days="3">soon</gc:deadline>'),
      says: [['content.unexpected', 'u']],
      right: on('<gc:deadline days="3"></gc:deadline>'),
    },
    {
      it: 'an element inside',
      wrong: on('<gc:deadline days="3"><gc:minimum days="3"/></gc:deadline>'),
      says: [['element.unknown', 'u']],
      right: on('<gc:deadline days="3"/><gc:minimum days="3"/>'),
    },
    {
      it: 'outside extensionElements',
      wrong: row(make('userTask')('u', { before: '<gc:deadline days="3"/>' })),
      says: [['element.unknown', 'u']],
      right: on('<gc:deadline days="3"/>'),
    },
    {
      it: 'a matter on a step',
      wrong: on('<gc:matter class="ordinary"/>'),
      says: [['extension.misplaced', 'u']],
      right: onProcess('<gc:matter class="ordinary"/>'),
    },
    {
      it: 'an assignment on an event',
      wrong: onEvent('<gc:assignment offices="mayor"/>'),
      says: [['extension.misplaced', 'c']],
      right: onEvent('<gc:minimum days="5"/>'),
    },
    { it: 'a rule on a flow', wrong: onFlow('<gc:deadline days="1"/>'), says: [['extension.misplaced', 'f']], right: onFlow('') },
    {
      it: 'two assignments',
      wrong: on('<gc:assignment offices="mayor"/><gc:assignment offices="legal-office"/>'),
      says: [['extension.repeated', 'u']],
      right: on('<gc:assignment offices="mayor legal-office"/>'),
    },
    {
      it: 'two matters',
      wrong: onProcess('<gc:matter class="ordinary"/><gc:matter class="ordinary"/>'),
      says: [['extension.repeated', 'P']],
      right: onProcess('<gc:basis text="a"/><gc:basis text="b"/>'),
    },
    invalid('days in words', '<gc:deadline days="three"/>', '<gc:deadline days="3"/>'),
    invalid('days with a unit', '<gc:deadline days="3d"/>', '<gc:deadline days="3" unit="calendar"/>'),
    invalid('no days', '<gc:deadline/>', '<gc:deadline days="0"/>'),
    invalid('a minimum of nothing', '<gc:minimum days="0"/>', '<gc:minimum days="1"/>'),
    invalid(
      'an unknown mode',
      '<gc:supervision office="o" mode="watch" when="during"/>',
      '<gc:supervision office="o" mode="attend" when="during"/>',
    ),
    invalid(
      'an unknown moment',
      '<gc:supervision office="o" mode="attend" when="sometime"/>',
      '<gc:supervision office="o" mode="attend" when="after"/>',
    ),
    invalid('an office in capitals', '<gc:assignment offices="Mayor"/>', '<gc:assignment offices="mayor"/>'),
    invalid('an unknown stage', '<gc:deliberation stage="lunch"/>', '<gc:deliberation stage="ballot"/>'),
    invalid('a risk without a level', '<gc:risk point="p"/>', '<gc:risk point="p" level="low"/>'),
    invalid('a document without a name', '<gc:document series="n"/>', '<gc:document name="纪要" series="minutes"/>'),
    invalid('a form with spaces', '<gc:form key="a b"/>', '<gc:form key="a-b"/>'),
    invalid('a return to nowhere', '<gc:return to=""/>', '<gc:return to="s"/>'),
    invalid('four of the five facts', `<gc:step ${facts.replace('goal="核对"', '')}/>`, `<gc:step kind="ballot" ${facts}/>`),
  ]);
});

test('a fault names the attribute and what it must be, in both languages', async () => {
  const { problems } = await readDrawing(on('<gc:supervision office="o" mode="watch" when="during"/>'));
  expect(problems[0]?.message.zh).toContain('「mode」应为 attend / cosign / review / inform 之一');
  expect(problems[0]?.message.en).toContain('"mode" must be one of attend / cosign / review / inform');
});

test('all rules of a step and of a process, as values', async () => {
  const step =
    `<gc:step kind="ballot" ${facts}/><gc:assignment offices="mayor  legal-office" person="speaker" mode="inOrder" differentFrom="s e"/>` +
    '<gc:supervision office="discipline-inspector" mode="attend" when="during"/><gc:supervision office="discipline-secretary" mode="cosign" when="after"/>' +
    '<gc:deliberation stage="meeting" body="party-committee" level="major"/><gc:deadline days="3"/><gc:minimum days="5" unit="calendar"/>' +
    '<gc:risk point="p" level="high" measure="m" owner="o"/><gc:document name="票" series="ballots" keeper="archivist"/><gc:disclose class="result" days="20"/><gc:form key="vote"/><gc:return to="s"/>';
  const { drawing, problems } = await readDrawing(
    draw([start('s'), user('u', step), make('endEvent')('e')], ['s > u', 'u > e'], {
      rules:
        '<gc:matter class="major-decision" item="a"/><gc:basis text="法"/><gc:basis text="规"/><gc:rules key="town" version="2"/><gc:form key="start"/>',
    }),
  );
  expect(problems).toEqual([]);
  expect(drawing?.processes[0]?.rules).toEqual({
    matter: { class: 'major-decision', item: 'a' },
    basis: [{ text: '法' }, { text: '规' }],
    rules: { key: 'town', version: 2 },
    form: { key: 'start' },
  });
  expect(drawing?.processes[0]?.nodes.get('u')?.rules).toEqual({
    step: { kind: 'ballot', subject: '承办科室', condition: '已受理', goal: '核对', limit: '当日', requirement: '逐项' },
    assignment: { offices: ['mayor', 'legal-office'], person: 'speaker', mode: 'inOrder', differentFrom: ['s', 'e'] },
    supervision: [
      { office: 'discipline-inspector', mode: 'attend', when: 'during' },
      { office: 'discipline-secretary', mode: 'cosign', when: 'after' },
    ],
    deliberation: { stage: 'meeting', body: 'party-committee', level: 'major' },
    deadline: { days: 3, unit: 'working' },
    minimum: { days: 5, unit: 'calendar' },
    risk: [{ point: 'p', level: 'high', measure: 'm', owner: 'o' }],
    document: [{ name: '票', series: 'ballots', keeper: 'archivist' }],
    disclose: { class: 'result', audience: 'public', days: 20, unit: 'working' },
    form: { key: 'vote' },
    return: { to: ['s'] },
  });
});

test('the modeler may hold numbers where the file has text', async () => {
  const { theParser } = await import('../../../engine/model/metamodel.ts');
  const { readDefinitions } = await import('../../../engine/model/read-definitions.ts');
  const { rootElement } = await theParser().moddle.fromXML(on('<gc:deadline/>'), 'bpmn:Definitions');
  const definitions = rootElement as Parameters<typeof readDefinitions>[0];
  const process = definitions.rootElements?.at(-1) as unknown as {
    flowElements: { id: string; extensionElements?: { values: { days?: unknown }[] } }[];
  };
  const deadline = process.flowElements.find(({ id }) => id === 'u')?.extensionElements?.values[0];
  if (deadline) deadline.days = 4;
  expect(readDefinitions(definitions).drawing?.processes[0]?.nodes.get('u')?.rules.deadline).toEqual({ days: 4, unit: 'working' });
});

test('the descriptor has one type for each rule element, all of them children of extensionElements', () => {
  for (const { superClass } of gcDescriptor.types) expect(superClass).toEqual(['Element']);
  expect(gcDescriptor.types).toHaveLength(15);
});

test('several processes keep their rules apart', async () => {
  const { drawing } = await readDrawing(
    file(
      processOf([task('a')], [], { rules: '<gc:matter class="ordinary"/>' }) +
        processOf([catching('c', timer()), task('b')], ['b > c'], { id: 'Q' }),
    ),
  );
  expect(drawing?.processes.map(({ rules }) => rules.matter?.class)).toEqual(['ordinary', undefined]);
});
