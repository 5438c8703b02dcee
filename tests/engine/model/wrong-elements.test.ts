// Elements that say too little, contradict themselves, or are not executed: refused with one code at the element, beside right twins.
import { describe } from 'vitest';
import {
  boundary,
  catching,
  draw,
  end,
  error,
  eventGateway,
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
  throwing,
  timer,
  times,
  user,
} from './draw.ts';
import { refusesEach } from './wrong-and-right.ts';

const good = row(user('u'));
const definition = (name: string, inside = '') => `<bpmn:${name}EventDefinition>${inside}</bpmn:${name}EventDefinition>`;
const repeated = (marker: string, before = '') => draw([make('userTask')('u', { after: marker })], [], { before });
const property = '<bpmn:property id="list" name="list"/>';
const over = (inside: string) => multi(inside, 'isSequential="true"');

describe('timers', () => {
  const waits = (text: string, form?: string) => row(catching('c', timer(text, form)));
  const twoTimes =
    '<bpmn:timerEventDefinition><bpmn:timeDate>2026-01-01</bpmn:timeDate><bpmn:timeDuration>P1D</bpmn:timeDuration></bpmn:timerEventDefinition>';
  refusesEach([
    { it: 'no time', wrong: row(catching('c', '<bpmn:timerEventDefinition/>')), says: [['timer.missing', 'c']], right: waits('P1D') },
    { it: 'an empty time', wrong: waits(' '), says: [['timer.missing', 'c']], right: waits('PT5M') },
    {
      it: 'two times',
      wrong: row(catching('c', twoTimes)),
      says: [['timer.several', 'c']],
      right: waits('2026-01-01T09:00:00+08:00', 'timeDate'),
    },
    { it: 'words for a duration', wrong: waits('three days'), says: [['timer.malformed', 'c']], right: waits('= days(3)') },
    { it: 'an empty duration', wrong: waits('PT'), says: [['timer.malformed', 'c']], right: waits('P1Y2M3DT4H5M6.5S') },
    { it: 'a time of day without T', wrong: waits('P1H'), says: [['timer.malformed', 'c']], right: waits('P2W') },
    {
      it: 'a day that does not exist',
      wrong: waits('2026-02-29', 'timeDate'),
      says: [['timer.malformed', 'c']],
      right: waits('2028-02-29', 'timeDate'),
    },
    {
      it: 'an hour that does not exist',
      wrong: waits('2026-02-01T24:30:00Z', 'timeDate'),
      says: [['timer.malformed', 'c']],
      right: waits('2026-02-01T23:30:00Z', 'timeDate'),
    },
    {
      it: 'a duration for a date',
      wrong: waits('P1D', 'timeDate'),
      says: [['timer.malformed', 'c']],
      right: waits('= deadline', 'timeDate'),
    },
    {
      it: 'a cycle without repetition',
      wrong: waits('PT1H', 'timeCycle'),
      says: [['timer.malformed', 'c']],
      right: waits('R3/PT1H', 'timeCycle'),
    },
    {
      it: 'a cycle in cron',
      wrong: waits('0 0 * * *', 'timeCycle'),
      says: [['timer.malformed', 'c']],
      right: waits('R/2026-01-01T00:00:00Z/P1D', 'timeCycle'),
    },
  ]);
});

describe('messages, signals, errors', () => {
  const named = (message: string) => file(`<bpmn:message id="N" ${message}/>${processOf([start('s'), receive('r', 'N')], ['s > r'])}`);
  const caught = (ref: string) => draw([start('s'), user('u'), boundary('b', 'u', error(ref)), end('e')], ['s > u', 'b > e']);
  refusesEach([
    { it: 'a receive task without a message', wrong: row(receive('r', '')), says: [['message.missing', 'r']], right: row(receive('r')) },
    { it: 'a send task without a message', wrong: row(send('r', '')), says: [['message.missing', 'r']], right: row(send('r')) },
    { it: 'a message without a name', wrong: named(''), says: [['message.missing', 'r']], right: named('name="n"') },
    {
      it: 'a start event without its message',
      wrong: draw([start('s', message('')), end('e')], ['s > e']),
      says: [['message.missing', 's']],
      right: draw([start('s', message()), end('e')], ['s > e']),
    },
    {
      it: 'a throwing event without its message',
      wrong: row(throwing('t', message(''))),
      says: [['message.missing', 't']],
      right: row(throwing('t', message())),
    },
    {
      it: 'a signal event without its signal',
      wrong: row(catching('c', signal(''))),
      says: [['signal.missing', 'c']],
      right: row(catching('c', signal())),
    },
    {
      it: 'an error end without a code',
      wrong: draw([start('s'), end('e', error(''))], ['s > e']),
      says: [['error.code-missing', 'e']],
      right: draw([start('s'), end('e', error())], ['s > e']),
    },
    {
      it: 'a caught error that has no code',
      wrong: file(
        `<bpmn:error id="N" name="n"/>${processOf([start('s'), user('u'), boundary('b', 'u', error('N')), end('e')], ['s > u', 'b > e'])}`,
      ),
      says: [['error.code-missing', 'b']],
      right: caught(''),
    },
    {
      it: 'a message flow to nowhere known',
      wrong: row(receive('r', 'Nobody')),
      says: [['reference.unresolved', 'r']],
      right: row(receive('r')),
    },
  ]);
});

describe('expressions and scripts', () => {
  const conditional = (inside: string, attributes = '') =>
    file(
      `<bpmn:process id="P"><bpmn:startEvent id="s"/><bpmn:task id="t"/><bpmn:sequenceFlow id="f" sourceRef="s" targetRef="t"/><bpmn:task id="z"/>` +
        `<bpmn:sequenceFlow id="c" sourceRef="t" targetRef="z"><bpmn:conditionExpression xsi:type="bpmn:tFormalExpression" ${attributes}>${inside}</bpmn:conditionExpression></bpmn:sequenceFlow></bpmn:process>`,
    );
  const xpath = 'expressionLanguage="http://www.w3.org/1999/XPath"';
  const inFile = (language: string) => file(processOf([task('a'), task('b')], ['a > b : x = 1']), language);
  refusesEach([
    { it: 'an empty condition', wrong: conditional(' '), says: [['expression.empty', 'c']], right: conditional('x') },
    { it: 'a condition that is only "="', wrong: conditional('='), says: [['expression.empty', 'c']], right: conditional('= x') },
    {
      it: 'a condition in JavaScript',
      wrong: conditional('x', 'language="javascript"'),
      says: [['expression.language', 'c']],
      right: conditional('x', 'language="feel"'),
    },
    {
      it: 'a file whose expressions are XPath',
      wrong: inFile(xpath),
      says: [['expression.language', 'f_a_b']],
      right: inFile('expressionLanguage="https://www.omg.org/spec/DMN/20191111/FEEL/"'),
    },
    { it: 'a script task without a script', wrong: row(script('x', '')), says: [['script.missing', 'x']], right: row(script('x')) },
    {
      it: 'a script in JavaScript',
      wrong: row(script('x', '1', 'scriptFormat="javascript"')),
      says: [['script.language', 'x']],
      right: row(script('x', '1', '')),
    },
  ]);
});

describe('multi-instance', () => {
  const dataRef = '<bpmn:loopDataInputRef>list</bpmn:loopDataInputRef>';
  refusesEach([
    {
      it: 'neither number nor collection',
      wrong: repeated(multi('')),
      says: [['loop.nothing-to-repeat', 'u']],
      right: repeated(multi(times(3))),
    },
    {
      it: 'both number and collection',
      wrong: repeated(over(`${times(3)}${dataRef}`), property),
      says: [['loop.both', 'u']],
      right: repeated(over(dataRef), property),
    },
    {
      it: 'a collection without a name',
      wrong: repeated(over(dataRef), '<bpmn:property id="list"/>'),
      says: [['data.unnamed', 'u']],
      right: repeated(over(dataRef), '<bpmn:dataObject id="list" name="members"/>'),
    },
    { it: 'an empty number', wrong: repeated(multi(times(''))), says: [['expression.empty', 'u']], right: repeated(multi(times('= n'))) },
  ]);
});

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
      'an event subprocess',
      draw([task('a'), sub('x', [start('s2', timer()), end('e2')], ['s2 > e2'], { attributes: 'triggeredByEvent="true"' })], []),
      'x',
    ),
    notYet(
      'a compensation activity',
      draw([task('a'), make('task')('x', { attributes: 'isForCompensation="true"' })], []),
      'x',
      row(make('task')('x', { attributes: 'isForCompensation="false"' })),
    ),
    notYet('a standard loop', row(make('task')('x', { after: '<bpmn:standardLoopCharacteristics id="l"/>' })), 'x'),
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
    notYet('a conditional event', row(catching('x', definition('conditional', '<bpmn:condition>a</bpmn:condition>'))), 'x'),
    notYet(
      'an escalation',
      file(
        `<bpmn:escalation id="L" escalationCode="l"/>${processOf([start('s'), throwing('x', '<bpmn:escalationEventDefinition escalationRef="L"/>')], ['s > x'])}`,
      ),
      'x',
    ),
    notYet('a compensation', row(throwing('x', definition('compensate'))), 'x', row(throwing('x'))),
    notYet('a cancel', guarded(definition('cancel')), 'b', guarded(timer())),
    {
      it: 'a link',
      wrong: draw(
        [
          task('a'),
          throwing('x', '<bpmn:linkEventDefinition name="l"/>'),
          catching('y', '<bpmn:linkEventDefinition name="l"/>'),
          task('b'),
        ],
        ['a > x', 'y > b'],
      ),
      says: [
        ['element.not-executable', 'x'],
        ['element.not-executable', 'y'],
      ],
      right: draw([task('a'), task('b')], ['a > b']),
    },
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
