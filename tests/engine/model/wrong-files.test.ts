// Files that are dangerous, unreadable or ambiguous: refused, quickly, with the element where one can be found.
import { describe, expect, test } from 'vitest';
import { problemTable } from '../../../engine/model/problems.ts';
import { readDrawing } from '../../../engine/model/read-drawing.ts';
import { draw, end, file, make, multi, processOf, row, start, task, times, user } from './draw.ts';
import { refusesEach } from './wrong-and-right.ts';

const good = row(user('u'));
const codes = (xml: string) => readDrawing(xml).then(({ problems }) => problems.map(({ code, element }) => `${code} @ ${element}`));
const bare = (inside: string) => file(`<bpmn:process id="P">${inside}</bpmn:process>`);
const twice = '<bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">x</bpmn:conditionExpression>';

describe('what a file may not have', () => {
  refusesEach([
    {
      it: 'a DOCTYPE',
      wrong: good.replace('<bpmn:definitions', '<!DOCTYPE x [<!ENTITY a "b">]><bpmn:definitions'),
      says: [['input.doctype', '']],
      right: good,
    },
    {
      it: 'an entity of its own',
      wrong: good.replace('id="u"', 'id="u" name="&a;"'),
      says: [['input.entity', 'P']],
      right: good.replace('id="u"', 'id="u" name="&amp;&#x4e2d;"'),
    },
    {
      it: 'a character number that the parser would garble',
      wrong: good.replace('id="u"', 'id="u" name="&#x20000;"'),
      says: [['input.entity', 'P']],
      right: good.replace('id="u"', 'id="u" name="𠀀"'),
    },
    {
      it: 'a control character',
      wrong: good.replace('id="u"', 'id="u" name="\u0001"'),
      says: [['input.not-well-formed', '']],
      right: good,
    },
    { it: 'a tag that is not closed', wrong: good.replace('</bpmn:process>', ''), says: [['input.not-well-formed', 'D']], right: good },
    { it: 'the same attribute twice', wrong: good.replace('id="u"', 'id="u" id="v"'), says: [['input.not-well-formed', 'P']], right: good },
    {
      it: 'an attribute named __proto__',
      wrong: good.replace('id="u"', 'id="u" __proto__="v"'),
      says: [['input.not-well-formed', 'P']],
      right: good,
    },
    {
      it: 'another encoding',
      wrong: good.replace('UTF-8', 'GB18030'),
      says: [['input.encoding', 'D']],
      right: good.replace('UTF-8', 'utf-8'),
    },
    { it: 'another root', wrong: '<html xmlns="http://www.w3.org/1999/xhtml"/>', says: [['input.not-bpmn', '']], right: good },
    {
      it: 'an unknown prefix',
      wrong: good.replace('id="u"', 'id="u" nobody:x="1"'),
      says: [['input.not-well-formed', 'u']],
      right: good.replace('id="u"', 'id="u" other:x="1"'),
    },
    {
      it: 'an unknown element',
      wrong: bare('<bpmn:task id="t"/><bpmn:magicTask id="m"/>'),
      says: [['element.unknown', 'm']],
      right: bare('<bpmn:task id="t"/>'),
    },
    {
      it: 'a known element in a wrong place',
      wrong: bare('<bpmn:task id="t"/><bpmn:participant id="m"/>'),
      says: [['element.unknown', 'm']],
      right: bare('<bpmn:task id="t"/>'),
    },
    {
      it: 'a foreign element outside extensionElements',
      wrong: bare('<bpmn:task id="t"><other:thing/></bpmn:task>'),
      says: [['element.unknown', 't']],
      right: bare('<bpmn:task id="t"><bpmn:extensionElements><other:thing/></bpmn:extensionElements></bpmn:task>'),
    },
    {
      it: 'an unknown attribute',
      wrong: row(make('userTask')('u', { attributes: 'colour="red"' })),
      says: [['attribute.unknown', 'u']],
      right: row(make('userTask')('u', { attributes: 'other:colour="red"' })),
    },
    {
      it: 'an attribute of gc: on an element of BPMN',
      wrong: row(make('userTask')('u', { attributes: 'gc:colour="red"' })),
      says: [['attribute.unknown', 'u']],
      right: good,
    },
    {
      it: 'a boolean that the parser would misread',
      wrong: row(make('userTask')('u', { after: multi(times(2), 'isSequential="1"') })),
      says: [['attribute.value', 'u']],
      right: row(make('userTask')('u', { after: multi(times(2), 'isSequential="true"') })),
    },
    {
      it: 'a number that the parser would misread',
      wrong: row(make('userTask')('u', { attributes: 'startQuantity="1x"' })),
      says: [['attribute.value', 'u']],
      right: row(make('userTask')('u', { attributes: 'startQuantity="1"' })),
    },
    {
      it: 'a value that the standard does not list',
      wrong: row(make('eventBasedGateway')('g', { attributes: 'eventGatewayType="Either"' })),
      says: [
        ['attribute.value', 'g'],
        ['gateway.event-too-few', 'g'],
        ['gateway.event-target', 'g'],
      ],
      right: row(make('parallelGateway')('g', { attributes: 'gatewayDirection="Mixed"' })),
    },
    {
      it: 'two conditions on a flow',
      wrong: bare(
        `<bpmn:task id="a"/><bpmn:task id="b"/><bpmn:sequenceFlow id="f" sourceRef="a" targetRef="b">${twice}${twice}</bpmn:sequenceFlow>`,
      ),
      says: [['element.repeated', 'f']],
      right: bare(
        `<bpmn:task id="a"/><bpmn:task id="b"/><bpmn:sequenceFlow id="f" sourceRef="a" targetRef="b">${twice}</bpmn:sequenceFlow>`,
      ),
    },
    {
      it: 'two repetition markers',
      wrong: row(make('task')('u', { after: multi(times(2)) + multi(times(3)) })),
      says: [['element.repeated', 'u']],
      right: row(make('task')('u', { after: multi(times(2)) })),
    },
    {
      it: 'two groups of extensions',
      wrong: row(make('task')('u', { before: '<bpmn:extensionElements/><bpmn:extensionElements/>' })),
      says: [['element.repeated', 'u']],
      right: row(make('task')('u', { before: '<bpmn:extensionElements/>' })),
    },
    {
      it: 'text between elements',
      wrong: bare('<bpmn:task id="t"/>and then'),
      says: [['content.unexpected', 'P']],
      right: bare('<bpmn:task id="t"/><!-- and then -->'),
    },
    {
      it: 'a reference to nothing',
      wrong: row(make('userTask')('u', { attributes: 'default="gone"' })),
      says: [['reference.unresolved', 'u']],
      right: good,
    },
    {
      it: 'an incoming flow that does not exist',
      wrong: row(make('userTask')('u', { before: '<bpmn:incoming>gone</bpmn:incoming>' })),
      says: [['reference.unresolved', 'u']],
      right: good,
    },
  ]);
});

describe('ids', () => {
  refusesEach([
    {
      it: 'used twice',
      wrong: bare('<bpmn:task id="t"/><bpmn:userTask id="t"/>'),
      says: [['id.duplicate', 't']],
      right: bare('<bpmn:task id="t"/><bpmn:userTask id="u"/>'),
    },
    ...['__proto__', 'constructor', 'prototype'].map((id) => ({
      it: id,
      wrong: draw([task(id)], []),
      says: [['id.illegal', id] as const],
      right: draw([task(`${id}_`)], []),
    })),
    {
      it: 'too long',
      wrong: draw([task('x'.repeat(256))], []),
      says: [['id.illegal', 'x'.repeat(256)]],
      right: draw([task('x'.repeat(255))], []),
    },
    { it: 'with a space', wrong: draw([task('a b')], []), says: [['id.illegal', 'a b']], right: draw([task('a.b-c_d')], []) },
    { it: 'with a colon', wrong: draw([task('a:b')], []), says: [['id.illegal', 'a:b']], right: draw([task('a.b')], []) },
    {
      it: 'none at a step',
      wrong: bare('<bpmn:task id="t"/><bpmn:userTask name="x"/>'),
      says: [['id.missing', 'P']],
      right: bare('<bpmn:task id="t"/><bpmn:userTask id="u"/>'),
    },
    {
      it: 'none at a flow',
      wrong: bare('<bpmn:task id="a"/><bpmn:task id="b"/><bpmn:sequenceFlow sourceRef="a" targetRef="b"/>'),
      says: [['id.missing', 'P']],
      right: bare('<bpmn:task id="a"/><bpmn:task id="b"/>'),
    },
  ]);
});

describe('hostile files end fast', () => {
  const spent = async (xml: string): Promise<{ readonly first: string | undefined; readonly ms: number }> => {
    const from = performance.now();
    const [first] = await codes(xml);
    return { first, ms: performance.now() - from };
  };
  const many = (n: number, one: string) => one.repeat(n);
  test.each([
    ['three megabytes', () => bare(many(100_000, '<bpmn:task id="t"/><!---->   ')), 'input.too-large @ '],
    ['100,000 elements', () => `${file('').slice(0, -20)}${many(100_000, '<bpmn:task/>')}`, 'input.too-many-elements @ D'],
    ['20,000 levels', () => bare(many(20_000, '<bpmn:subProcess>')), 'input.too-deep @ P'],
    ['20,000 levels of foreign elements', () => bare(`<bpmn:extensionElements>${many(20_000, '<other:a>')}`), 'input.too-deep @ P'],
    ['entities that grow', () => `<!DOCTYPE d [<!ENTITY a "aaaa">${many(1000, '<!ENTITY b "&a;&a;">')}]>${good}`, 'input.doctype @ '],
    ['9,000 unknown elements', () => bare(many(9_000, `<bpmn:unknown x="${'y'.repeat(180)}"/>`)), 'element.unknown @ P'],
    ['200,000 pieces of stray text', () => bare(many(200_000, 'x<!---->')), 'content.unexpected @ P'],
    [
      'one namespace more each time',
      () => bare(Array.from({ length: 9_000 }, (_, i) => `<a${i}:b xmlns:a${i}="urn:${i}"/>`).join('')),
      'input.too-many-namespaces @ P',
    ],
    ['a million ampersands', () => bare(many(1_000_000, '&')), 'input.entity @ P'],
    ['quotes that never close', () => bare(`<bpmn:task id="${many(900_000, 'a')}`), 'input.not-well-formed @ P'],
    ['a million spaces in a tag', () => bare(`<bpmn:task ${many(1_000_000, ' ')}<`), 'input.not-well-formed @ P'],
    [
      '9,000 steps that wait for nothing',
      () => bare(Array.from({ length: 9_000 }, (_, i) => `<bpmn:receiveTask id="r${i}"/>`).join('')),
      'message.missing @ r0',
    ],
  ])('%s', async (_, make, says) => {
    const { first, ms } = await spent(make());
    expect(first).toBe(says);
    // Each takes well under a second on a quiet machine, and minutes where a pass is not linear.
    expect(ms).toBeLessThan(8000);
  });

  test('at most a hundred problems are listed, and that there are more is said', async () => {
    const { problems } = await readDrawing(bare(Array.from({ length: 500 }, (_, i) => `<bpmn:receiveTask id="r${i}"/>`).join('')));
    expect(problems).toHaveLength(101);
    expect(problems.at(-1)?.code).toBe('input.too-many-problems');
  });

  test('ids that are names of object members do no harm', async () => {
    const ids = ['toString', 'hasOwnProperty', 'valueOf', '__defineGetter__'];
    const { problems, drawing } = await readDrawing(
      draw(
        [start('s'), ...ids.map((id) => task(id)), end('e')],
        ['s > toString', 'toString > hasOwnProperty', 'hasOwnProperty > valueOf', 'valueOf > __defineGetter__', '__defineGetter__ > e'],
      ),
    );
    expect(problems).toEqual([]);
    expect([...(drawing?.processes[0]?.nodes.keys() ?? [])]).toEqual(['s', ...ids, 'e']);
  });

  test('no problem of one reading stays for the next', async () => {
    await codes(bare('<bpmn:magic/>'));
    expect(await codes(good)).toEqual([]);
  });
});

test('each problem has words in both languages, and says what to do', () => {
  for (const [code, words] of Object.entries(problemTable)) {
    expect(words.zh, code).toMatch(/\p{Script=Han}.*。.+|，.+。/u);
    expect(words.en, code).toMatch(/[a-z].*\. .*\.$|[a-z].*\.$/);
  }
});

test('processes of one file are judged each for itself', async () => {
  const xml = file(processOf([task('a')], []) + processOf([start('s'), end('e')], ['s > e', 'e > s #back'], { id: 'Q' }));
  expect(await codes(xml)).toEqual(['start.has-incoming @ s', 'end.has-outgoing @ e']);
});
