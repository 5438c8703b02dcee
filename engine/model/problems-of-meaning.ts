// Problems of single elements: what they say is missing, contradictory, or not executed by this engine.
import type { Words } from './json.ts';

export const meaningProblems = {
  'element.not-executable': {
    zh: '引擎尚不执行{what}，因此不能部署含有它的图。请改用可执行的画法。',
    en: 'The engine does not execute {what} yet, so a drawing that has it cannot be deployed. Draw it in another way.',
  },
  'feel.language': {
    zh: '表达式的语言是「{language}」；本系统只执行 FEEL。请改写为 FEEL，并去掉 language 属性。',
    en: 'The expression is written in "{language}"; only FEEL is executed. Write it in FEEL and drop the language attribute.',
  },
  'feel.empty': {
    zh: '{what}是空的。请填写，或删去。',
    en: 'The {what} is empty. Fill it in, or remove it.',
  },
  'timer.missing': {
    zh: '定时事件没有写时间。请填写一个日期、时长或周期。',
    en: 'The timer event says no time. Give it a date, a duration or a cycle.',
  },
  'timer.several': {
    zh: '定时事件写了不止一种时间。请只保留日期、时长、周期之一。',
    en: 'The timer event says more than one time. Keep only one of date, duration and cycle.',
  },
  'timer.malformed': {
    zh: '时间「{text}」不是 ISO 8601 的{form}。请改正（例如 {example}），或写成以 “=” 开头的 FEEL 表达式。',
    en: '"{text}" is not an ISO 8601 {form}. Mend it (for example {example}), or write a FEEL expression that starts with "=".',
  },
  'start.signal-unserved': {
    zh: '服务器目前不能由信号「{signal}」发起事项。请改用消息开始、定时开始或人工开始。',
    en: 'The server does not start cases by the signal "{signal}" yet. Use a message start, a timer start or a start by hand.',
  },
  'start.time-unknown': {
    zh: '开始时间「{text}」在部署时算不出来。请写成日期、时长、周期，或不用变量的 FEEL 表达式。',
    en: 'The start time "{text}" cannot be worked out at deployment. Write a date, a duration, a cycle, or FEEL without variables.',
  },
  'message.missing': {
    zh: '没有指明消息。请选择一个有名称的消息。',
    en: 'No message is named. Choose a message that has a name.',
  },
  'signal.missing': {
    zh: '没有指明信号。请选择一个有名称的信号。',
    en: 'No signal is named. Choose a signal that has a name.',
  },
  'error.code-missing': {
    zh: '没有错误代码。请选择一个写有错误代码的错误。',
    en: 'There is no error code. Choose an error that has a code.',
  },
  'escalation.code-missing': {
    zh: '没有升级代码。请选择一个写有升级代码的升级。',
    en: 'There is no escalation code. Choose an escalation that has a code.',
  },
  'link.unnamed': {
    zh: '链接事件没有名称。请给成对的链接写上同一名称。',
    en: 'The link event has no name. Give both ends of the link the same name.',
  },
  'condition.missing': {
    zh: '条件事件没有条件。请填写一个 FEEL 条件。',
    en: 'The conditional event has no condition. Write a FEEL condition.',
  },
  'script.missing': {
    zh: '脚本任务没有脚本。请填写 FEEL 脚本。',
    en: 'The script task has no script. Write one in FEEL.',
  },
  'script.language': {
    zh: '脚本格式是「{language}」；本系统只执行 FEEL。请改写，并把脚本格式设为 feel。',
    en: 'The script format is "{language}"; only FEEL is executed. Rewrite the script and set its format to feel.',
  },
  'loop.nothing-to-repeat': {
    zh: '多实例没有说明次数或集合。请填写次数，或选择一个集合。',
    en: 'The multi-instance marker says neither how often nor for what. Give a cardinality or choose a collection.',
  },
  'loop.both': {
    zh: '多实例同时写了次数和集合。请只保留其一。',
    en: 'The multi-instance marker says both how often and for what. Keep only one of them.',
  },
  'loop.endless': {
    zh: '循环既没有条件也没有最多次数，永远不会结束。请填写其中之一。',
    en: 'The loop has neither a condition nor a maximum and would never end. Give it one of them.',
  },
  'loop.maximum': {
    zh: '循环的最多次数不是正整数。请填写 1 或更大的整数。',
    en: 'The maximum of the loop is not a whole number from one. Give it such a number.',
  },
  'data.unnamed': {
    zh: '所引用的数据「{target}」没有名称，不能作为变量。请给它命名。',
    en: 'The data "{target}" referred to has no name and cannot be a variable. Name it.',
  },
} as const satisfies Record<string, Words>;
