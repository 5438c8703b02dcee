// Wrong beginnings and ends, and what cannot be reached, each drawing beside its right twin.
import { describe } from 'vitest';
import {
  catching,
  draw,
  end,
  error,
  file,
  message,
  or,
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
      says: [['subprocess.start-not-none', 's2']],
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
