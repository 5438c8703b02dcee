// What BPMN can draw and this engine does not execute yet: refused at the element, beside what can be drawn instead.
import { describe } from 'vitest';
import {
  boundary,
  catching,
  draw,
  end,
  eventGateway,
  file,
  make,
  message,
  multi,
  processOf,
  receive,
  row,
  service,
  start,
  sub,
  task,
  throwing,
  timer,
  times,
  user,
} from './draw.ts';
import { refusesEach } from './wrong-and-right.ts';

const good = row(user('u'));
const definition = (name: string, inside = '') => `<bpmn:${name}EventDefinition>${inside}</bpmn:${name}EventDefinition>`;
const repeated = (marker: string, before = '') => draw([make('userTask')('u', { after: marker })], [], { before });

describe('what is not executed yet', () => {
  const notYet = (it: string, wrong: string, element: string, right = good) => ({
    it,
    wrong,
    says: [['element.not-executable', element] as const],
    right,
  });
  const other = (tag: string) => row(make(tag)('x'));
  const guarded = (inside: string, attributes = '') =>
    draw([start('s'), sub('u', [task('t')], []), boundary('b', 'u', inside, attributes), end('e')], ['s > u', 'b > e']);
  refusesEach([
    notYet('a call activity', row(make('callActivity')('x', { attributes: 'calledElement="Q"' })), 'x'),
    notYet('a business rule task', other('businessRuleTask'), 'x', other('serviceTask')),
    notYet('a complex gateway', other('complexGateway'), 'x', other('inclusiveGateway')),
    notYet('a transaction', row(sub('x', [task('t')], [], { tag: 'transaction' })), 'x', row(sub('x', [task('t')], []))),
    notYet('an ad-hoc subprocess', row(sub('x', [task('t')], [], { tag: 'adHocSubProcess' })), 'x'),
    notYet(
      'a compensation activity',
      draw([task('a'), make('task')('x', { attributes: 'isForCompensation="true"' })], []),
      'x',
      row(make('task')('x', { attributes: 'isForCompensation="false"' })),
    ),
    notYet(
      'a receive task that starts a case',
      draw([make('receiveTask')('x', { attributes: 'messageRef="M" instantiate="true"' })], []),
      'x',
      draw([receive('x')], []),
    ),
    notYet(
      'a parallel event-based gateway',
      draw(
        [start('s'), eventGateway('x', 'eventGatewayType="Parallel"'), catching('a', timer()), catching('b', timer())],
        ['s > x', 'x > a', 'x > b'],
      ),
      'x',
      draw(
        [start('s'), eventGateway('x', 'eventGatewayType="Exclusive"'), catching('a', timer()), catching('b', timer())],
        ['s > x', 'x > a', 'x > b'],
      ),
    ),
    notYet('an event with two triggers', row(catching('x', `${timer()}${message()}`)), 'x', row(catching('x', timer()))),
    notYet(
      'a condition that starts a case',
      draw([start('x', definition('conditional', '<bpmn:condition>a</bpmn:condition>')), task('t')], ['x > t']),
      'x',
      row(catching('x', definition('conditional', '<bpmn:condition>a</bpmn:condition>'))),
    ),
    notYet('a compensation', row(throwing('x', definition('compensate'))), 'x', row(throwing('x'))),
    notYet('a cancel', guarded(definition('cancel')), 'b', guarded(timer())),
    notYet(
      'a resource role',
      row(
        make('userTask')('x', {
          after:
            '<bpmn:potentialOwner id="o"><bpmn:resourceAssignmentExpression><bpmn:formalExpression>mayor</bpmn:formalExpression></bpmn:resourceAssignmentExpression></bpmn:potentialOwner>',
        }),
      ),
      'x',
      row(user('x', '<gc:assignment offices="mayor"/>')),
    ),
    notYet(
      'events thrown by instances',
      repeated(multi(times(2), 'behavior="One" oneBehaviorEventRef="oe"')).replace(
        '<bpmn:message id="M"',
        '<bpmn:signalEventDefinition id="oe" signalRef="S"/><bpmn:message id="M"',
      ),
      'u',
      repeated(multi(times(2), 'behavior="All"')),
    ),
    notYet(
      'a start quantity',
      row(make('task')('x', { attributes: 'startQuantity="2"' })),
      'x',
      row(make('task')('x', { attributes: 'startQuantity="1"' })),
    ),
    notYet(
      'a data association with an assignment',
      draw(
        [
          make('task')('x', {
            after:
              '<bpmn:dataInputAssociation id="da"><bpmn:sourceRef>d</bpmn:sourceRef><bpmn:targetRef>d</bpmn:targetRef><bpmn:assignment><bpmn:from>1</bpmn:from><bpmn:to>2</bpmn:to></bpmn:assignment></bpmn:dataInputAssociation>',
          }),
        ],
        [],
        { before: '<bpmn:dataObject id="d" name="d"/>' },
      ),
      'x',
      draw(
        [
          make('task')('x', {
            after:
              '<bpmn:dataInputAssociation id="da"><bpmn:sourceRef>d</bpmn:sourceRef><bpmn:targetRef>d</bpmn:targetRef></bpmn:dataInputAssociation>',
          }),
        ],
        [],
        { before: '<bpmn:dataObject id="d" name="d"/>' },
      ),
    ),
    notYet(
      'a global task',
      file(
        `<bpmn:globalScriptTask id="x" scriptLanguage="feel"><bpmn:script>1</bpmn:script></bpmn:globalScriptTask>${processOf([task('t')], [])}`,
      ),
      'x',
    ),
    notYet(
      'an operation of a service',
      file(
        `<bpmn:interface id="I" name="i"><bpmn:operation id="O" name="o"><bpmn:inMessageRef>M</bpmn:inMessageRef></bpmn:operation></bpmn:interface>${processOf([start('s'), make('serviceTask')('x', { attributes: 'operationRef="O"' })], ['s > x'])}`,
      ),
      'x',
      row(service('x', '', { attributes: 'implementation="print"' })),
    ),
    notYet(
      'a foreign extension that must be understood',
      file(processOf([task('t')], [])).replace('<bpmn:message id="M"', '<bpmn:extension mustUnderstand="true"/><bpmn:message id="M"'),
      'D',
      file(processOf([task('t')], [])).replace(
        '<bpmn:message id="M"',
        '<bpmn:extension mustUnderstand="false"><bpmn:documentation>a</bpmn:documentation></bpmn:extension><bpmn:message id="M"',
      ),
    ),
  ]);
});
