// What a good drawing becomes: every fact of the graph, resolved.
import { describe, expect, test } from 'vitest';
import type { FlowNode, ProcessGraph } from '../../../engine/model/graph.ts';
import { readDrawing } from '../../../engine/model/read-drawing.ts';
import {
  boundary,
  catching,
  draw,
  end,
  error,
  file,
  make,
  message,
  multi,
  processOf,
  receive,
  row,
  script,
  send,
  service,
  signal,
  start,
  sub,
  task,
  terminate,
  timer,
  user,
  xor,
} from './draw.ts';

async function graphOf(xml: string): Promise<ProcessGraph> {
  const { drawing, problems } = await readDrawing(xml);
  expect(problems).toEqual([]);
  const graph = drawing?.processes[0];
  if (!graph) throw new Error('no process');
  return graph;
}
async function nodeOf(xml: string, id: string): Promise<FlowNode> {
  const node = (await graphOf(xml)).nodes.get(id);
  if (!node) throw new Error(`no node ${id}`);
  return node;
}

describe('flows', () => {
  test('are numbered inside their scope, know both ends, and stand at both nodes', async () => {
    const graph = await graphOf(
      draw(
        [start('s'), xor('g', 'default="f_g_b"'), task('a'), sub('b', [start('s2'), end('e2')], ['s2 > e2']), end('e')],
        ['s > g', 'g > a : = amount > 100', 'g > b', 'a > e', 'b > e'],
      ),
    );
    expect(graph.scopes.map(({ flows }) => flows.map(({ index, id }) => `${index} ${id}`))).toEqual([
      ['0 f_s_g', '1 f_g_a', '2 f_g_b', '3 f_a_e', '4 f_b_e'],
      ['0 f_s2_e2'],
    ]);
    const gateway = graph.nodes.get('g');
    expect(gateway?.outgoing.map(({ id, isDefault, condition }) => ({ id, isDefault, condition }))).toEqual([
      { id: 'f_g_a', isDefault: false, condition: { source: 'amount > 100', element: 'f_g_a' } },
      { id: 'f_g_b', isDefault: true, condition: undefined },
    ]);
    expect(graph.nodes.get('e')?.incoming.map(({ source }) => source)).toEqual(['a', 'b']);
    expect(gateway?.outgoing[0]).toBe(graph.scopes[0]?.flows[1]);
  });

  test('are tried in document order, whatever order incoming and outgoing name them in', async () => {
    const xml = file(
      `<bpmn:process id="P"><bpmn:exclusiveGateway id="g"><bpmn:outgoing>two</bpmn:outgoing><bpmn:outgoing>one</bpmn:outgoing></bpmn:exclusiveGateway><bpmn:task id="a"/><bpmn:task id="b"/>` +
        ['one', 'two']
          .map(
            (id, i) =>
              `<bpmn:sequenceFlow id="${id}" sourceRef="g" targetRef="${i ? 'b' : 'a'}"><bpmn:conditionExpression>x</bpmn:conditionExpression></bpmn:sequenceFlow>`,
          )
          .join('') +
        '</bpmn:process>',
    );
    expect((await nodeOf(xml, 'g')).outgoing.map(({ id }) => id)).toEqual(['one', 'two']);
  });

  test('need no incoming and outgoing elements', async () => {
    const graph = await graphOf(
      file(
        '<bpmn:process id="P"><bpmn:task id="a"/><bpmn:task id="b"/><bpmn:sequenceFlow id="f" sourceRef="a" targetRef="b"/></bpmn:process>',
      ),
    );
    expect(graph.nodes.get('b')?.incoming.map(({ id }) => id)).toEqual(['f']);
  });
});

describe('scopes', () => {
  test('nest in document order, with parents, starts and the variables that are their own', async () => {
    const inner = sub('y', [start('s3'), end('e3')], ['s3 > e3']);
    const outer = sub('x', [start('s2'), inner, end('e2')], ['s2 > y', 'y > e2'], {
      before: '<bpmn:property id="px" name="opinion"/><bpmn:property id="pz" name="__targetRef_placeholder"/>',
    });
    const graph = await graphOf(
      draw([start('s'), outer, end('e')], ['s > x', 'x > e'], {
        attributes: 'isExecutable="false" name="Drawn"',
        before:
          '<bpmn:property id="pp" name="amount"/><bpmn:dataObject id="d1"/><bpmn:dataObject id="d2" name="files"/><bpmn:dataObjectReference id="r1" name="members" dataObjectRef="d1"/><bpmn:dataObjectReference id="r2" name="other label" dataObjectRef="d2"/>',
      }),
    );
    expect(graph.scopes.map(({ id, parent, nodes, starts, declared }) => ({ id, parent, nodes, starts, declared }))).toEqual([
      { id: 'P', parent: undefined, nodes: ['s', 'x', 'e'], starts: ['s'], declared: ['amount', 'members', 'files'] },
      { id: 'x', parent: 0, nodes: ['s2', 'y', 'e2'], starts: ['s2'], declared: ['opinion'] },
      { id: 'y', parent: 1, nodes: ['s3', 'e3'], starts: ['s3'], declared: [] },
    ]);
    expect([graph.nodes.get('x')?.inner, graph.nodes.get('y')?.inner, graph.nodes.get('y')?.scope]).toEqual([1, 2, 1]);
    expect([graph.name, graph.executable]).toEqual(['Drawn', false]);
  });
});

describe('events', () => {
  test.each([
    ['a duration', catching('n', timer('PT1H')), { kind: 'timer', form: 'duration', expression: { source: 'PT1H', element: 'n' } }],
    [
      'a FEEL date',
      catching('n', timer('= deadline', 'timeDate')),
      { kind: 'timer', form: 'date', expression: { source: 'deadline', element: 'n' } },
    ],
    [
      'a cycle',
      catching('n', timer('R2/PT5M', 'timeCycle')),
      { kind: 'timer', form: 'cycle', expression: { source: 'R2/PT5M', element: 'n' } },
    ],
    ['a message', catching('n', message()), { kind: 'message', name: 'paid' }],
    ['a signal', catching('n', signal()), { kind: 'signal', name: 'alarm' }],
    ['nothing', make('intermediateThrowEvent')('n'), { kind: 'none' }],
  ])('wait for or throw %s', async (_, node, trigger) => {
    expect((await nodeOf(row(node), 'n')).trigger).toEqual(trigger);
  });

  test('end with an error code, or everything', async () => {
    const graph = await graphOf(
      draw([start('s'), xor('g'), end('a', error()), end('b', terminate)], ['s > g', 'g > a : x', 'g > b : not(x)']),
    );
    expect(graph.nodes.get('a')?.trigger).toEqual({ kind: 'error', code: 'refused' });
    expect(graph.nodes.get('b')?.trigger).toEqual({ kind: 'terminate' });
  });

  test('name a definition that stands beside the process', async () => {
    const xml = file(
      `<bpmn:timerEventDefinition id="later"><bpmn:timeDuration>P1D</bpmn:timeDuration></bpmn:timerEventDefinition>${processOf([start('s'), catching('c', '<bpmn:eventDefinitionRef>later</bpmn:eventDefinitionRef>')], ['s > c'])}`,
    );
    expect((await nodeOf(xml, 'c')).trigger).toEqual({ kind: 'timer', form: 'duration', expression: { source: 'P1D', element: 'c' } });
  });

  test('hang on their host in document order, interrupting or not', async () => {
    const graph = await graphOf(
      draw(
        [start('s'), user('u'), boundary('b2', 'u', timer(), 'cancelActivity="false"'), boundary('b1', 'u', error('')), end('e')],
        ['s > u', 'u > e', 'b2 > e', 'b1 > e'],
      ),
    );
    expect(graph.nodes.get('u')?.boundary).toEqual(['b2', 'b1']);
    expect(['b2', 'b1', 's', 'u'].map((id) => graph.nodes.get(id)?.interrupting)).toEqual([false, true, true, false]);
    expect(graph.nodes.get('b1')).toMatchObject({ attachedTo: 'u', trigger: { kind: 'error' } });
  });

  test('correlate by the first retrieval expression of their message', async () => {
    const property =
      '<bpmn:correlationProperty id="cp" name="n"><bpmn:correlationPropertyRetrievalExpression id="cr" messageRef="M"><bpmn:messagePath>= orderId</bpmn:messagePath></bpmn:correlationPropertyRetrievalExpression></bpmn:correlationProperty>';
    const xml = file(`${property}${processOf([receive('r'), catching('c', message())], ['r > c'])}`);
    const correlationKey = { source: 'orderId', element: 'cp' };
    expect((await nodeOf(xml, 'r')).message).toEqual({ name: 'paid', correlationKey });
    expect((await nodeOf(xml, 'c')).trigger).toEqual({ kind: 'message', name: 'paid', correlationKey });
  });
});

describe('work', () => {
  test('scripts without their "=", and the variable of a result', async () => {
    const node = make('scriptTask')('x', {
      attributes: 'scriptFormat="FEEL"',
      after:
        '<bpmn:dataOutputAssociation id="o"><bpmn:targetRef>r</bpmn:targetRef></bpmn:dataOutputAssociation><bpmn:script> = a + 1 </bpmn:script>',
    });
    const xml = draw([start('s'), node], ['s > x'], {
      before: '<bpmn:dataObject id="d"/><bpmn:dataObjectReference id="r" name="total" dataObjectRef="d"/>',
    });
    expect(await nodeOf(xml, 'x')).toMatchObject({ script: { source: 'a + 1', element: 'x' }, resultVariable: 'total' });
  });
  test('topics of service tasks, messages of send and receive tasks', async () => {
    expect((await nodeOf(row(service('x', '', { attributes: 'implementation="print-minutes"' })), 'x')).topic).toBe('print-minutes');
    expect((await nodeOf(row(service('x', '', { attributes: 'implementation="##WebService"' })), 'x')).topic).toBe('x');
    expect((await nodeOf(row(service('x')), 'x')).topic).toBe('x');
    expect((await nodeOf(row(send('x')), 'x')).message).toEqual({ name: 'paid' });
    expect((await nodeOf(row(user('x')), 'x')).topic).toBeUndefined();
    expect((await nodeOf(row(script('x')), 'x')).resultVariable).toBeUndefined();
  });
  test('documentation and names', async () => {
    const xml = row(
      make('userTask')('u', {
        attributes: 'name="审核"',
        before: '<bpmn:documentation>一</bpmn:documentation><bpmn:documentation> 二 </bpmn:documentation>',
      }),
    );
    expect(await nodeOf(xml, 'u')).toMatchObject({ name: '审核', documentation: '一\n二' });
  });
});

describe('repetition', () => {
  const over = (ref: string, inside = '') => multi(`<bpmn:loopDataInputRef>${ref}</bpmn:loopDataInputRef>${inside}`, 'isSequential="true"');
  const withLoop = (loop: string, before: string, after = '') =>
    draw([start('s'), make('userTask')('u', { after: `${after}${loop}` })], ['s > u'], { before });

  test('over a property, with item, result and completion', async () => {
    const loop =
      '<bpmn:multiInstanceLoopCharacteristics><bpmn:loopDataInputRef>in</bpmn:loopDataInputRef><bpmn:loopDataOutputRef>out</bpmn:loopDataOutputRef><bpmn:inputDataItem id="i" name="voter"/><bpmn:outputDataItem id="o" name="choice"/><bpmn:completionCondition>= count(votes) &gt; 2</bpmn:completionCondition></bpmn:multiInstanceLoopCharacteristics>';
    const node = await nodeOf(withLoop(loop, '<bpmn:property id="in" name="voters"/><bpmn:property id="out" name="votes"/>'), 'u');
    expect(node.loop).toEqual({
      kind: 'multi',
      sequential: false,
      collection: 'voters',
      item: 'voter',
      output: { collection: 'votes', item: 'choice' },
      completion: { source: 'count(votes) > 2', element: 'u' },
    });
  });
  test('over a data object, by reference, and through the data input of the task', async () => {
    const data = '<bpmn:dataObject id="d"/><bpmn:dataObjectReference id="r" name="speakers" dataObjectRef="d"/>';
    const io =
      '<bpmn:ioSpecification id="io"><bpmn:dataInput id="di" name="input"/><bpmn:inputSet id="is"><bpmn:dataInputRefs>di</bpmn:dataInputRefs></bpmn:inputSet><bpmn:outputSet id="os"/></bpmn:ioSpecification><bpmn:dataInputAssociation id="a"><bpmn:sourceRef>r</bpmn:sourceRef><bpmn:targetRef>di</bpmn:targetRef></bpmn:dataInputAssociation>';
    expect((await nodeOf(withLoop(over('d'), data), 'u')).loop).toEqual({ kind: 'multi', sequential: true, collection: 'speakers' });
    expect((await nodeOf(withLoop(over('r'), data), 'u')).loop).toMatchObject({ collection: 'speakers' });
    expect((await nodeOf(withLoop(over('di'), data, io), 'u')).loop).toMatchObject({ collection: 'speakers' });
  });
  test('so many times', async () => {
    expect((await nodeOf(withLoop(multi('<bpmn:loopCardinality>= n + 1</bpmn:loopCardinality>'), ''), 'u')).loop).toEqual({
      kind: 'multi',
      sequential: false,
      cardinality: { source: 'n + 1', element: 'u' },
    });
  });
});

test('lanes, the innermost for each node', async () => {
  const before =
    '<bpmn:laneSet id="L"><bpmn:lane id="town" name="镇"><bpmn:flowNodeRef>s</bpmn:flowNodeRef><bpmn:flowNodeRef>u</bpmn:flowNodeRef><bpmn:childLaneSet id="K"><bpmn:lane id="office"><bpmn:extensionElements><gc:power kind="decide" office="mayor"/></bpmn:extensionElements><bpmn:flowNodeRef>u</bpmn:flowNodeRef></bpmn:lane></bpmn:childLaneSet></bpmn:lane></bpmn:laneSet>';
  const graph = await graphOf(draw([start('s'), user('u'), end('e')], ['s > u', 'u > e'], { before }));
  expect(graph.lanes).toEqual([
    { id: 'town', name: '镇', nodes: ['s', 'u'], rules: {} },
    { id: 'office', nodes: ['u'], rules: { power: { kind: 'decide', office: 'mayor' } } },
  ]);
  expect(['s', 'u', 'e'].map((id) => graph.nodes.get(id)?.lane)).toEqual(['town', 'office', undefined]);
});

test('pools and message flows', async () => {
  const { drawing } = await readDrawing(
    file(
      `<bpmn:collaboration id="C"><bpmn:participant id="A" name="镇" processRef="P"/><bpmn:participant id="B"/><bpmn:messageFlow id="m" sourceRef="A" targetRef="B"/></bpmn:collaboration>${processOf([task('t')], [])}`,
    ),
  );
  expect(drawing?.pools).toEqual([{ id: 'A', name: '镇', process: 'P' }, { id: 'B' }]);
  expect(drawing?.messageFlows).toEqual([{ id: 'm', source: 'A', target: 'B' }]);
});
