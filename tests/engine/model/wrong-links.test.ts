// Link events that lead nowhere, or to several places, each drawing beside its right twin.
import { describe } from 'vitest';
import { catching, draw, end, start, sub, task, throwing } from './draw.ts';
import { refusesEach } from './wrong-and-right.ts';

const link = (name: string): string => `<bpmn:linkEventDefinition name="${name}"/>`;

describe('link events', () => {
  const linked = (to: string, others: Parameters<typeof draw>[0] = [], flows: readonly string[] = []) =>
    draw(
      [start('s'), throwing('x', link('l')), catching('y', link(to)), task('t'), end('e'), ...others],
      ['s > x', 'y > t', 't > e', ...flows],
    );
  const right = linked('l');
  refusesEach([
    {
      it: 'without a target',
      wrong: linked('m'),
      says: [
        ['link.no-target', 'x'],
        ['node.unreachable', 'y'],
      ],
      right,
    },
    {
      it: 'with a target on another level',
      wrong: draw(
        [start('s'), throwing('x', link('l')), sub('p', [catching('y', link('l')), task('a'), end('f')], ['y > f'])],
        ['s > x', 's > p'],
      ),
      says: [
        ['link.no-target', 'x'],
        ['node.unreachable', 'y'],
      ],
      right,
    },
    {
      it: 'with two targets',
      wrong: linked('l', [catching('z', link('l'))], ['z > e']),
      says: [['link.several-targets', 'z']],
      right: linked('l', [throwing('z', link('l'))], ['s > z']),
    },
    { it: 'with a flow into the target', wrong: linked('l', [], ['s > y']), says: [['link.catch-incoming', 'y']], right },
    { it: 'with a flow out of the throw', wrong: linked('l', [], ['x > e']), says: [['link.throw-outgoing', 'x']], right },
  ]);
});
