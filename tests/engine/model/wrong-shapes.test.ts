// Wrongly joined drawings, each beside its right twin: refused with one code at the element to blame.
import { describe } from 'vitest';
import {
  and,
  boundary,
  catching,
  draw,
  end,
  error,
  eventGateway,
  file,
  make,
  message,
  or,
  processOf,
  receive,
  row,
  signal,
  start,
  sub,
  task,
  terminate,
  throwing,
  timer,
  user,
  xor,
} from './draw.ts';
import { refusesEach } from './wrong-and-right.ts';

const good = row(user('u'));
const twoPools = (flow: string) =>
  file(
    `<bpmn:collaboration id="C"><bpmn:participant id="A" processRef="P"/><bpmn:participant id="B" processRef="Q"/><bpmn:participant id="X"/>${flow}</bpmn:collaboration>` +
      processOf([start('s'), task('t'), xor('x'), end('e', message())], ['s > t', 't > x', 'x > e']) +
      processOf([start('s2', message()), end('e2')], ['s2 > e2'], { id: 'Q' }),
  );
const messageFlow = (from: string, to: string) => twoPools(`<bpmn:messageFlow id="mf" sourceRef="${from}" targetRef="${to}"/>`);

describe('flows', () => {
  refusesEach([
    {
      it: 'a flow with one end only',
      wrong: draw([start('s'), user('u'), end('e')], ['s > u', 'u > e'], { after: '<bpmn:sequenceFlow id="loose" sourceRef="u"/>' }),
      says: [['flow.dangling', 'loose']],
      right: good,
    },
    {
      it: 'a flow to something that is no node',
      wrong: draw([start('s'), user('u'), end('e')], ['s > u', 'u > e', 'u > d #loose'], { before: '<bpmn:dataObject id="d" name="d"/>' }),
      says: [['flow.wrong-end', 'loose']],
      right: draw([start('s'), user('u'), end('e')], ['s > u', 'u > e'], { before: '<bpmn:dataObject id="d" name="d"/>' }),
    },
    {
      it: 'a flow into a subprocess',
      wrong: draw([start('s'), sub('b', [user('u')], []), end('e')], ['s > b', 's > u #into', 'b > e']),
      says: [['flow.crosses-scope', 'into']],
      right: draw([start('s'), sub('b', [user('u')], []), end('e')], ['s > b', 'b > e']),
    },
    {
      it: 'a flow to another process',
      wrong: file(processOf([start('s'), end('e')], ['s > e', 's > t2 #across']) + processOf([task('t2')], [], { id: 'Q' })),
      says: [['flow.crosses-scope', 'across']],
      right: file(processOf([start('s'), end('e')], ['s > e']) + processOf([task('t2')], [], { id: 'Q' })),
    },
    {
      it: 'a node that lists a flow of another node',
      wrong: draw([start('s'), make('task')('t', { before: '<bpmn:outgoing>f_s_t</bpmn:outgoing>' }), end('e')], ['s > t', 't > e']),
      says: [['flow.inconsistent', 't']],
      right: row(task('t')),
    },
    {
      it: 'a condition out of a parallel gateway',
      wrong: draw([start('s'), and('g'), task('a'), task('b')], ['s > g', 'g > a : x = 1', 'g > b']),
      says: [['flow.condition-misplaced', 'f_g_a']],
      right: draw([start('s'), and('g'), task('a'), task('b')], ['s > g', 'g > a', 'g > b']),
    },
    {
      it: 'a condition out of an event-based gateway',
      wrong: draw([start('s'), eventGateway('g'), catching('a', timer()), catching('b', message())], ['s > g', 'g > a : x = 1', 'g > b']),
      says: [['flow.condition-misplaced', 'f_g_a']],
      right: draw([start('s'), eventGateway('g'), catching('a', timer()), catching('b', message())], ['s > g', 'g > a', 'g > b']),
    },
    {
      it: 'a condition out of a start event',
      wrong: draw([start('s'), task('a')], ['s > a : x = 1']),
      says: [['flow.condition-misplaced', 'f_s_a']],
      right: draw([start('s'), task('b'), task('a')], ['s > b', 'b > a : x = 1']),
    },
    {
      it: 'a branch of an exclusive gateway without a condition',
      wrong: draw([start('s'), xor('g'), task('a'), task('b')], ['s > g', 'g > a : x = 1', 'g > b']),
      says: [['flow.condition-missing', 'f_g_b']],
      right: draw([start('s'), xor('g', 'default="f_g_b"'), task('a'), task('b')], ['s > g', 'g > a : x = 1', 'g > b']),
    },
    {
      it: 'a default that leaves another element',
      wrong: draw([start('s'), xor('g', 'default="f_a_b"'), task('a'), task('b')], ['s > g', 'g > a : x = 1', 'g > b : x = 2', 'a > b']),
      says: [['default.wrong', 'g']],
      right: draw([start('s'), xor('g', 'default="f_g_b"'), task('a'), task('b')], ['s > g', 'g > a : x = 1', 'g > b', 'a > b']),
    },
    {
      it: 'a default with a condition',
      wrong: draw([start('s'), or('g', 'default="f_g_b"'), task('a'), task('b')], ['s > g', 'g > a : x = 1', 'g > b : x = 2']),
      says: [['default.conditional', 'f_g_b']],
      right: draw([start('s'), or('g', 'default="f_g_b"'), task('a'), task('b')], ['s > g', 'g > a : x = 1', 'g > b']),
    },
    {
      it: 'a message flow inside one pool',
      wrong: messageFlow('s', 't'),
      says: [['message-flow.same-pool', 'mf']],
      right: messageFlow('e', 's2'),
    },
    {
      it: 'a message flow from a pool to its own step',
      wrong: messageFlow('A', 't'),
      says: [['message-flow.same-pool', 'mf']],
      right: messageFlow('X', 't'),
    },
    {
      it: 'a message flow to a gateway',
      wrong: messageFlow('X', 'x'),
      says: [['message-flow.wrong-end', 'mf']],
      right: messageFlow('X', 'A'),
    },
    {
      it: 'a message flow with one end only',
      wrong: twoPools('<bpmn:messageFlow id="mf" sourceRef="e"/>'),
      says: [['message-flow.dangling', 'mf']],
      right: messageFlow('e', 'B'),
    },
  ]);
});

describe('starts and ends', () => {
  refusesEach([
    { it: 'a file without a process', wrong: file(''), says: [['process.none', 'D']], right: good },
    { it: 'an empty process', wrong: draw([], []), says: [['scope.empty', 'P']], right: draw([task('only')], []) },
    { it: 'an empty subprocess', wrong: row(sub('b', [], [])), says: [['scope.empty', 'b']], right: row(sub('b', [task('t')], [])) },
    {
      it: 'no start: a circle',
      wrong: draw([task('a'), xor('x'), end('e')], ['a > x', 'x > a : again', 'x > e : not(again)']),
      says: [['start.none', 'P']],
      right: draw([task('s'), task('a'), xor('x'), end('e')], ['s > a', 'a > x', 'x > a : again', 'x > e : not(again)']),
    },
    {
      it: 'a flow into a start event',
      wrong: draw([start('s'), task('a'), or('x'), end('e')], ['s > a', 'a > x', 'x > s : again', 'x > e']),
      says: [['start.has-incoming', 's']],
      right: draw([start('s'), task('a'), or('x'), end('e')], ['s > a', 'a > x', 'x > a : again', 'x > e']),
    },
    {
      it: 'a flow out of an end event',
      wrong: draw([start('s'), end('e'), task('t')], ['s > e', 'e > t']),
      says: [['end.has-outgoing', 'e']],
      right: draw([start('s'), throwing('e'), task('t')], ['s > e', 'e > t']),
    },
    {
      it: 'two plain start events',
      wrong: draw([start('s'), start('s2'), end('e')], ['s > e', 's2 > e']),
      says: [['start.several-none', 's2']],
      right: draw([start('s'), start('s2', message()), end('e')], ['s > e', 's2 > e']),
    },
    {
      it: 'a process that starts with an error',
      wrong: draw([start('s', error()), end('e')], ['s > e']),
      says: [['start.wrong-trigger', 's']],
      right: draw([start('s', signal()), end('e')], ['s > e']),
    },
    {
      it: 'a subprocess that starts with a message',
      wrong: row(sub('b', [start('s2', message()), end('e2')], ['s2 > e2'])),
      says: [['subprocess-start.not-none', 's2']],
      right: row(sub('b', [start('s2'), end('e2')], ['s2 > e2'])),
    },
    {
      it: 'a timer end event',
      wrong: draw([end('e', timer())], []),
      says: [
        ['end.wrong-trigger', 'e'],
        ['start.none', 'P'],
      ],
      right: draw([task('t'), end('e', terminate)], ['t > e']),
    },
    {
      it: 'an intermediate event that catches nothing',
      wrong: row(catching('c')),
      says: [['catch.wrong-trigger', 'c']],
      right: row(catching('c', timer('P2D'))),
    },
    {
      it: 'an intermediate event that catches an error',
      wrong: row(catching('c', error())),
      says: [['catch.wrong-trigger', 'c']],
      right: row(catching('c', signal())),
    },
    {
      it: 'an intermediate event that throws a terminate',
      wrong: row(throwing('c', terminate)),
      says: [['throw.wrong-trigger', 'c']],
      right: row(throwing('c', message())),
    },
  ]);
});

describe('reach', () => {
  refusesEach([
    {
      it: 'an activity that nothing leads to, beside a start event',
      wrong: draw([start('s'), task('a'), task('lost'), task('after'), end('e')], ['s > a', 'a > e', 'lost > after', 'after > e']),
      says: [['node.unreachable', 'lost']],
      right: draw(
        [start('s'), task('a'), task('lost'), task('after'), end('e')],
        ['s > a', 'a > e', 's > lost', 'lost > after', 'after > e'],
      ),
    },
    {
      it: 'a circle that nothing leads to',
      wrong: draw([start('s'), end('e'), task('a'), xor('b')], ['s > e', 'a > b', 'b > a : x', 'b > e : not(x)']),
      says: [['node.unreachable', 'a']],
      right: draw([start('s'), end('e'), task('a'), xor('b')], ['s > a', 'a > b', 'b > a : x', 'b > e : not(x)']),
    },
    {
      it: 'an unreachable step inside a subprocess',
      wrong: row(sub('b', [start('s2'), end('e2'), task('lost')], ['s2 > e2'])),
      says: [['node.unreachable', 'lost']],
      right: row(sub('b', [task('t'), task('lost')], [])),
    },
    {
      it: 'a circle without a way out',
      wrong: draw([start('s'), xor('x'), end('e'), task('a'), task('b')], ['s > x', 'x > e : done', 'x > a : not(done)', 'a > b', 'b > a']),
      says: [
        ['node.no-end', 'a'],
        ['node.no-end', 'b'],
      ],
      right: draw([start('s'), xor('x'), end('e'), task('a'), task('b')], ['s > x', 'x > e : done', 'x > a : not(done)', 'a > b', 'b > x']),
    },
    {
      it: 'an intermediate event without incoming flow is no implicit start',
      wrong: draw([task('t'), catching('c', message()), end('e')], ['t > e', 'c > e']),
      says: [['node.unreachable', 'c']],
      right: draw([task('t'), catching('c', message()), end('e')], ['t > c', 'c > e']),
    },
  ]);
});

describe('boundary events', () => {
  const guarded = (definition: string, attributes = '', host = 'u') =>
    draw(
      [start('s'), user('u'), xor('x'), end('e'), boundary('b', host, definition, attributes), end('e2')],
      ['s > u', 'u > x', 'x > e', 'b > e2'],
    );
  refusesEach([
    {
      it: 'on a gateway',
      wrong: guarded(timer(), '', 'x'),
      says: [
        ['boundary.host', 'b'],
        ['node.unreachable', 'b'],
      ],
      right: guarded(timer()),
    },
    {
      it: 'on an activity of another level',
      wrong: draw(
        [start('s'), sub('sp', [task('t')], []), end('e'), boundary('b', 't', timer()), end('e2')],
        ['s > sp', 'sp > e', 'b > e2'],
      ),
      says: [
        ['boundary.host', 'b'],
        ['node.unreachable', 'b'],
      ],
      right: draw(
        [start('s'), sub('sp', [task('t')], []), end('e'), boundary('b', 'sp', timer()), end('e2')],
        ['s > sp', 'sp > e', 'b > e2'],
      ),
    },
    {
      it: 'with an incoming flow',
      wrong: draw([start('s'), user('u'), end('e'), boundary('b', 'u', timer())], ['s > u', 'u > e', 's > b', 'b > e']),
      says: [['boundary.has-incoming', 'b']],
      right: draw([start('s'), user('u'), end('e'), boundary('b', 'u', timer())], ['s > u', 'u > e', 'b > e']),
    },
    {
      it: 'without an outgoing flow',
      wrong: draw([start('s'), user('u'), end('e'), boundary('b', 'u', timer())], ['s > u', 'u > e']),
      says: [['boundary.no-outgoing', 'b']],
      right: draw([start('s'), user('u'), end('e'), boundary('b', 'u', timer())], ['s > u', 'u > e', 'b > e']),
    },
    { it: 'without a trigger', wrong: guarded(''), says: [['boundary.wrong-trigger', 'b']], right: guarded(message()) },
    { it: 'that terminates', wrong: guarded(terminate), says: [['boundary.wrong-trigger', 'b']], right: guarded(error('')) },
    {
      it: 'catching an error without interrupting',
      wrong: guarded(error(), 'cancelActivity="false"'),
      says: [['boundary.error-not-interrupting', 'b']],
      right: guarded(timer(), 'cancelActivity="false"'),
    },
  ]);
});

describe('event-based gateways', () => {
  const after = (
    a: ReturnType<typeof task>,
    b: ReturnType<typeof task>,
    more: readonly string[] = [],
    others: readonly ReturnType<typeof task>[] = [],
  ) => draw([start('s'), eventGateway('g'), a, b, ...others, end('e')], ['s > g', 'g > a', 'g > b', 'a > e', 'b > e', ...more]);
  refusesEach([
    {
      it: 'with one branch',
      wrong: draw([start('s'), eventGateway('g'), catching('a', timer()), end('e')], ['s > g', 'g > a', 'a > e']),
      says: [['event-gateway.too-few', 'g']],
      right: after(catching('a', timer()), catching('b', message())),
    },
    {
      it: 'followed by a task',
      wrong: after(task('a'), catching('b', timer())),
      says: [['event-gateway.target', 'g']],
      right: after(receive('a'), catching('b', timer())),
    },
    {
      it: 'followed by an event that is entered elsewhere too',
      wrong: after(catching('a', timer()), catching('b', message()), ['c > a', 's > c'], [task('c')]),
      says: [['event-gateway.target-incoming', 'a']],
      right: after(catching('a', timer()), catching('b', message()), ['c > e', 's > c'], [task('c')]),
    },
    {
      it: 'followed by a receive task and a message event',
      wrong: after(receive('a'), catching('b', message())),
      says: [['event-gateway.mixed', 'g']],
      right: after(receive('a'), receive('b')),
    },
    {
      it: 'followed by a receive task with a boundary event',
      wrong: after(receive('a'), catching('b', timer()), ['t > e'], [boundary('t', 'a', timer())]),
      says: [['event-gateway.receive-boundary', 'a']],
      right: after(receive('a'), catching('b', timer())),
    },
  ]);
});

describe('lanes', () => {
  const lanes = (first: string, second: string) =>
    draw([start('s'), user('u'), end('e')], ['s > u', 'u > e'], {
      before: `<bpmn:laneSet id="L"><bpmn:lane id="l1">${first}</bpmn:lane><bpmn:lane id="l2">${second}</bpmn:lane></bpmn:laneSet>`,
    });
  const ref = (id: string) => `<bpmn:flowNodeRef>${id}</bpmn:flowNodeRef>`;
  refusesEach([
    { it: 'a step in two lanes', wrong: lanes(ref('u'), ref('u')), says: [['lane.twice', 'l2']], right: lanes(ref('u'), ref('e')) },
    { it: 'a flow in a lane', wrong: lanes(ref('f_s_u'), ''), says: [['reference.wrong-kind', 'l1']], right: lanes(ref('s'), '') },
  ]);
});

describe('pools', () => {
  const pool = (process: string) =>
    file(`<bpmn:collaboration id="C"><bpmn:participant id="A" processRef="${process}"/></bpmn:collaboration>${processOf([task('t')], [])}`);
  refusesEach([
    { it: 'a pool of something that is no process', wrong: pool('M'), says: [['reference.wrong-kind', 'A']], right: pool('P') },
  ]);
});
