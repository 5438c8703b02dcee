// Wrong flows, sequence and message, each drawing beside its right twin: refused with one code at the element to blame.
import { describe } from 'vitest';
import {
  and,
  catching,
  draw,
  end,
  eventGateway,
  file,
  make,
  message,
  or,
  processOf,
  row,
  start,
  sub,
  task,
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
      it: 'a flow out of a subprocess',
      wrong: draw([start('s'), sub('b', [user('u')], []), end('e')], ['s > b', 'u > e #out', 'b > e']),
      says: [['flow.crosses-scope', 'out']],
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
      says: [['message.flow-same-pool', 'mf']],
      right: messageFlow('e', 's2'),
    },
    {
      it: 'a message flow from a pool to its own step',
      wrong: messageFlow('A', 't'),
      says: [['message.flow-same-pool', 'mf']],
      right: messageFlow('X', 't'),
    },
    {
      it: 'a message flow to a gateway',
      wrong: messageFlow('X', 'x'),
      says: [['message.flow-wrong-end', 'mf']],
      right: messageFlow('X', 'A'),
    },
    {
      it: 'a message flow with one end only',
      wrong: twoPools('<bpmn:messageFlow id="mf" sourceRef="e"/>'),
      says: [['message.flow-dangling', 'mf']],
      right: messageFlow('e', 'B'),
    },
  ]);
});
