// A regular expression as a small program for the matcher (Thompson's construction). Promise: at most 2,000 instructions.

import type { CharSet } from './char-set.ts';
import { PatternFault, type Piece } from './parse-pattern.ts';

export type Instruction =
  | { readonly op: 'char'; readonly set: CharSet }
  /** Goes on at `first`, and with less priority at `second`. */
  | { readonly op: 'fork'; first: number; second: number }
  | { readonly op: 'jump'; to: number }
  | { readonly op: 'save'; readonly slot: number }
  | { readonly op: 'start' | 'end' }
  | { readonly op: 'match' };

const maxInstructions = 2000;

export function program(piece: Piece): readonly Instruction[] {
  const code: Instruction[] = [];
  emit({ p: 'group', capture: 0, inner: piece }, code);
  code.push({ op: 'match' });
  return code;
}

function push<I extends Instruction>(code: Instruction[], instruction: I): I {
  if (code.length >= maxInstructions) throw new PatternFault('重复展开后过大', 'it becomes too large when its repetitions are written out');
  code.push(instruction);
  return instruction;
}

function emit(piece: Piece, code: Instruction[]): void {
  switch (piece.p) {
    case 'set':
      push(code, { op: 'char', set: piece.set });
      return;
    case 'start':
    case 'end':
      push(code, { op: piece.p });
      return;
    case 'group':
      if (piece.capture !== undefined) push(code, { op: 'save', slot: 2 * piece.capture });
      emit(piece.inner, code);
      if (piece.capture !== undefined) push(code, { op: 'save', slot: 2 * piece.capture + 1 });
      return;
    case 'sequence':
      for (const part of piece.parts) emit(part, code);
      return;
    case 'choice':
      emitChoice(piece.parts, code);
      return;
    case 'repeat':
      emitRepeat(piece, code);
  }
}

function emitChoice(parts: readonly Piece[], code: Instruction[]): void {
  const ends: { op: 'jump'; to: number }[] = [];
  parts.forEach((part, i) => {
    if (i === parts.length - 1) {
      emit(part, code);
      return;
    }
    const fork = push(code, { op: 'fork' as const, first: code.length + 1, second: 0 });
    emit(part, code);
    ends.push(push(code, { op: 'jump' as const, to: 0 }));
    fork.second = code.length;
  });
  for (const end of ends) end.to = code.length;
}

function emitRepeat(piece: Piece & { readonly p: 'repeat' }, code: Instruction[]): void {
  const { inner, least, most, greedy } = piece;
  const fork = (): { op: 'fork'; first: number; second: number } => push(code, { op: 'fork', first: 0, second: 0 });
  const aim = (at: { first: number; second: number }, into: number, past: number): void => {
    at.first = greedy ? into : past;
    at.second = greedy ? past : into;
  };
  for (let i = 0; i < least; i++) emit(inner, code);
  if (most === Number.POSITIVE_INFINITY) {
    const start = code.length;
    const loop = fork();
    emit(inner, code);
    push(code, { op: 'jump', to: start });
    aim(loop, start + 1, code.length);
    return;
  }
  const forks: { readonly at: { first: number; second: number }; readonly into: number }[] = [];
  for (let i = least; i < most; i++) {
    forks.push({ at: fork(), into: code.length });
    emit(inner, code);
  }
  for (const { at, into } of forks) aim(at, into, code.length);
}
