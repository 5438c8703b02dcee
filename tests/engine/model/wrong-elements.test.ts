// Elements that say too little, contradict themselves, or are not executed: refused with one code at the element, beside right twins.
import { describe } from 'vitest';
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
  signal,
  start,
  task,
  throwing,
  timer,
  times,
  user,
} from './draw.ts';
import { refusesEach } from './wrong-and-right.ts';

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

describe('cycles', () => {
  const waits = (text: string) => row(catching('c', timer(text, 'timeCycle')));
  refusesEach([
    { it: 'that never come', wrong: waits('R0/PT1H'), says: [['timer.malformed', 'c']], right: waits('R1/PT1H') },
    {
      it: 'that say their end',
      wrong: waits('R3/PT1H/2026-01-01T00:00:00Z'),
      says: [['timer.malformed', 'c']],
      right: waits('R3/2026-01-01T00:00:00+08:00/PT1H'),
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
    { it: 'an empty condition', wrong: conditional(' '), says: [['feel.empty', 'c']], right: conditional('x') },
    { it: 'a condition that is only "="', wrong: conditional('='), says: [['feel.empty', 'c']], right: conditional('= x') },
    {
      it: 'a condition in JavaScript',
      wrong: conditional('x', 'language="javascript"'),
      says: [['feel.language', 'c']],
      right: conditional('x', 'language="feel"'),
    },
    {
      it: 'a file whose expressions are XPath',
      wrong: inFile(xpath),
      says: [['feel.language', 'f_a_b']],
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
    { it: 'an empty number', wrong: repeated(multi(times(''))), says: [['feel.empty', 'u']], right: repeated(multi(times('= n'))) },
  ]);
});

describe('standard loops', () => {
  const loop = (attributes: string, inside = '') =>
    repeated(`<bpmn:standardLoopCharacteristics ${attributes}>${inside}</bpmn:standardLoopCharacteristics>`);
  const condition = '<bpmn:loopCondition>n &lt; 3</bpmn:loopCondition>';
  refusesEach([
    { it: 'that never end', wrong: loop(''), says: [['loop.endless', 'u']], right: loop('', condition) },
    {
      it: 'of no rounds',
      wrong: loop('loopMaximum="0"', condition),
      says: [['loop.maximum', 'u']],
      right: loop('loopMaximum="1"', condition),
    },
    {
      it: 'with an empty condition',
      wrong: loop('loopMaximum="2"', '<bpmn:loopCondition> </bpmn:loopCondition>'),
      says: [['feel.empty', 'u']],
      right: loop('loopMaximum="2"'),
    },
  ]);
});
