// What can go wrong with an expression, in both languages. Three sorts: the text is refused when it is compiled (SyntaxFault),
// evaluating stops with a code (Stop), or a part of it is null and a warning says why. Evaluate and compile turn the thrown two
// into values at their border; inside they are thrown, because they must leave a deep recursion at once.
import type { Words } from '../model/json.ts';

/** The text cannot be compiled; `at` is the offset of the first character concerned. */
export class SyntaxFault {
  readonly message: Words;
  readonly at: number;
  constructor(message: Words, at: number) {
    this.message = message;
    this.at = at;
  }
}

/** Evaluating ends with an error. */
export class Stop {
  readonly code: StopCode;
  readonly message: Words;
  constructor(code: StopCode, detail: string | Words = '') {
    this.code = code;
    const { zh, en } = typeof detail === 'string' ? { zh: detail, en: detail } : detail;
    this.message = { zh: stopWords[code](zh).zh, en: stopWords[code](en).en };
  }
}

const stopWords = {
  'expression.unknown-name': (d: string): Words => ({
    zh: `没有名为「${d}」的变量，请检查拼写`,
    en: `There is no variable called "${d}"; check its spelling`,
  }),
  'expression.too-many-steps': (): Words => ({
    zh: '表达式计算量过大，已中止；请缩小列表或区间',
    en: 'The expression takes too many steps and was stopped; use a smaller list or range',
  }),
  'expression.too-deep': (): Words => ({
    zh: '表达式或数据嵌套过深，已中止',
    en: 'The expression or its data is nested too deeply and was stopped',
  }),
  'expression.too-large': (): Words => ({
    zh: '表达式产生的文字过长，已中止',
    en: 'The expression makes a text that is too long and was stopped',
  }),
  'expression.pattern': (d: string): Words => ({ zh: `不能使用的正则表达式：${d}`, en: `This regular expression cannot be used: ${d}` }),
  'expression.bad-input': (d: string): Words => ({
    zh: `变量「${d}」的值不是有效数据`,
    en: `The value of the variable "${d}" is not valid data`,
  }),
  'expression.no-data': (d: string): Words => ({
    zh: `结果是「${d}」，不能作为数据保存`,
    en: `The result is a ${d}, which cannot be kept as data`,
  }),
  'expression.number-not-exact': (d: string): Words => ({
    zh: `数 ${d} 太大，不能精确保存`,
    en: `The number ${d} is too large to be kept exactly`,
  }),
} as const;
export type StopCode = keyof typeof stopWords;

export interface Warning {
  readonly code: WarningCode;
  readonly message: Words;
  /** Offset in the source of the part that is null. */
  readonly at: number;
}

const warningWords = {
  'expression.type-mismatch': (d: string): Words => ({
    zh: `类型不符：${d}，结果为空`,
    en: `The types do not fit: ${d}; the result is null`,
  }),
  'expression.not-boolean': (d: string): Words => ({ zh: `此处应为真或假，却是 ${d}`, en: `This should be true or false but is ${d}` }),
  'expression.no-such-entry': (d: string): Words => ({
    zh: `数据中没有「${d}」这一项，结果为空`,
    en: `The data has no entry "${d}"; the result is null`,
  }),
  'expression.bad-argument': (d: string): Words => ({
    zh: `函数参数不合要求：${d}，结果为空`,
    en: `The function cannot use this argument: ${d}; the result is null`,
  }),
  'expression.division-by-zero': (): Words => ({ zh: '除数为零，结果为空', en: 'Division by zero; the result is null' }),
  'expression.out-of-range': (d: string): Words => ({ zh: `数值超出范围：${d}，结果为空`, en: `Out of range: ${d}; the result is null` }),
  'expression.not-a-function': (d: string): Words => ({ zh: `${d} 不是函数，结果为空`, en: `${d} is not a function; the result is null` }),
} as const;
export type WarningCode = keyof typeof warningWords;

export const warning = (code: WarningCode, at: number, detail = ''): Warning => ({ code, at, message: warningWords[code](detail) });
