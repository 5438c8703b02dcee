// Event subprocesses joined or marked as they cannot be, each drawing beside its right twin.
import { describe } from 'vitest';
import { boundary, draw, end, error, make, message, multi, start, sub, task, timer, times } from './draw.ts';
import { refusesEach } from './wrong-and-right.ts';

type Nodes = Parameters<typeof draw>[0];

describe('event subprocesses', () => {
  const handler = (first: Nodes[number] = start('hs', message()), after = '') =>
    sub('h', [first, end('he')], [`${first.id} > he`], { attributes: 'triggeredByEvent="true"', after });
  const beside = (h: Nodes[number], flows: readonly string[] = [], others: Nodes = []) =>
    draw([start('s'), task('t'), end('e'), h, ...others], ['s > t', 't > e', ...flows]);
  const right = beside(handler());
  refusesEach([
    { it: 'with an incoming flow', wrong: beside(handler(), ['t > h']), says: [['subprocess.event-flows', 'h']], right },
    { it: 'with an outgoing flow', wrong: beside(handler(), ['h > e']), says: [['subprocess.event-flows', 'h']], right },
    { it: 'repeated', wrong: beside(handler(undefined, multi(times(2)))), says: [['subprocess.event-loop', 'h']], right },
    {
      it: 'with a boundary event',
      wrong: beside(handler(), ['b > e'], [boundary('b', 'h', timer())]),
      says: [['subprocess.event-boundary', 'b']],
      right,
    },
    {
      it: 'begun by an error beside its scope',
      wrong: beside(handler(start('hs', error(), 'isInterrupting="false"'))),
      says: [['start.error-not-interrupting', 'hs']],
      right: beside(handler(start('hs', error()))),
    },
    { it: 'begun by nothing', wrong: beside(handler(start('hs'))), says: [['subprocess.event-start', 'hs']], right },
    { it: 'without a start event', wrong: beside(handler(make('task')('hs'))), says: [['subprocess.event-start', 'h']], right },
  ]);
});
