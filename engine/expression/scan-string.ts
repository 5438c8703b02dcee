// Reads a FEEL text literal with its escapes (DMN 1.3 §10.3.1.2, rules 35 and 64), and shows pieces of source in messages.
import type { Words } from '../model/json.ts';
import { SyntaxFault } from './fault.ts';

const escapes: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['"', '"'],
  ["'", "'"],
  ['\\', '\\'],
]);

/** Signs that a Chinese keyboard gives in place of those of FEEL. */
const fullWidth = /[\u3000-\u3004\u3008-\u3020\u2018-\u201f\uff01-\uff20\uff3b-\uff40\uff5b-\uff65]/;

/** How a piece of source is shown in a message: short, and without control characters. */
export function quoted(text: string): Words {
  const shown = text.length > 30 ? `${text.slice(0, 30)}…` : text;
  const clean = /^[\p{L}\p{N}\p{P}\p{S} ]*$/u.test(shown)
    ? shown
    : [...shown].map((c) => `U+${(c.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`).join(' ');
  return { zh: `「${clean}」`, en: `"${clean}"` };
}

/** Reads the literal whose opening quotation mark stands at `start`. */
export function readString(source: string, start: number): { readonly text: string; readonly end: number } {
  let text = '';
  let at = start + 1;
  for (;;) {
    const char = source[at];
    if (char === undefined || char === '\n' || char === '\r')
      throw new SyntaxFault({ zh: '文字缺少右引号 "', en: 'The text has no closing quotation mark "' }, start);
    if (char === '"') return { text, end: at + 1 };
    if (char === '\\') {
      const escaped = readEscape(source, at);
      text += escaped.text;
      at += escaped.length;
    } else {
      text += char;
      at++;
    }
  }
}

function readEscape(source: string, at: number): { readonly text: string; readonly length: number } {
  const name = source[at + 1] ?? '';
  const plain = escapes.get(name);
  if (plain !== undefined) return { text: plain, length: 2 };
  const digits = name === 'u' ? 4 : name === 'U' ? 6 : 0;
  const hex = source.slice(at + 2, at + 2 + digits);
  if (digits > 0 && hex.length === digits && /^[0-9a-fA-F]+$/.test(hex)) {
    const point = Number.parseInt(hex, 16);
    if (point <= 0x10ffff) return { text: digits === 4 ? String.fromCharCode(point) : String.fromCodePoint(point), length: 2 + digits };
  }
  const shown = quoted(source.slice(at, at + 2));
  throw new SyntaxFault({ zh: `不能识别的转义 ${shown.zh}`, en: `Unknown escape ${shown.en}` }, at);
}

/** The refusal of a character that has no place in an expression. */
export function unknownCharacter(source: string, at: number): SyntaxFault {
  const char = String.fromCodePoint(source.codePointAt(at) ?? 0);
  const shown = quoted(char);
  const hint = fullWidth.test(char) ? { zh: '；请改用半角符号', en: '; use the half-width sign' } : { zh: '', en: '' };
  return new SyntaxFault(
    {
      zh: `第 ${at + 1} 个字符 ${shown.zh} 不能用在表达式里${hint.zh}`,
      en: `Character ${at + 1}, ${shown.en}, cannot be used in an expression${hint.en}`,
    },
    at,
  );
}
