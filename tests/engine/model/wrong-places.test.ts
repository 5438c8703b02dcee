// Events, gateways, lanes and pools in wrong places, each drawing beside its right twin.
import { describe } from 'vitest';
import {
  boundary,
  catching,
  draw,
  end,
  error,
  eventGateway,
  file,
  message,
  processOf,
  receive,
  start,
  sub,
  task,
  terminate,
  timer,
  user,
  xor,
} from './draw.ts';
import { refusesEach } from './wrong-and-right.ts';

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
  const following = (
    a: ReturnType<typeof task>,
    b: ReturnType<typeof task>,
    more: readonly string[] = [],
    others: readonly ReturnType<typeof task>[] = [],
  ) => draw([start('s'), eventGateway('g'), a, b, ...others, end('e')], ['s > g', 'g > a', 'g > b', 'a > e', 'b > e', ...more]);
  refusesEach([
    {
      it: 'with one branch',
      wrong: draw([start('s'), eventGateway('g'), catching('a', timer()), end('e')], ['s > g', 'g > a', 'a > e']),
      says: [['gateway.event-too-few', 'g']],
      right: following(catching('a', timer()), catching('b', message())),
    },
    {
      it: 'followed by a task',
      wrong: following(task('a'), catching('b', timer())),
      says: [['gateway.event-target', 'g']],
      right: following(receive('a'), catching('b', timer())),
    },
    {
      it: 'followed by an event that is entered elsewhere too',
      wrong: following(catching('a', timer()), catching('b', message()), ['c > a', 's > c'], [task('c')]),
      says: [['gateway.event-target-incoming', 'a']],
      right: following(catching('a', timer()), catching('b', message()), ['c > e', 's > c'], [task('c')]),
    },
    {
      it: 'followed by a receive task and a message event',
      wrong: following(receive('a'), catching('b', message())),
      says: [['gateway.event-mixed', 'g']],
      right: following(receive('a'), receive('b')),
    },
    {
      it: 'followed by a receive task with a boundary event',
      wrong: following(receive('a'), catching('b', timer()), ['t > e'], [boundary('t', 'a', timer())]),
      says: [['gateway.event-receive-boundary', 'a']],
      right: following(receive('a'), catching('b', timer())),
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
