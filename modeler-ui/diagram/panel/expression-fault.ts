// What is wrong with a FEEL text, in the reader's language; nothing when it can be read or is empty (an empty text is a removal).
import { compileExpression } from '../../../engine/index.ts';

export function expressionFault(text: string, language: 'zh' | 'en'): string | undefined {
  if (text === '') return undefined;
  const compiled = compileExpression(text.startsWith('=') ? text.slice(1) : text);
  return compiled.ok ? undefined : compiled.message[language];
}
