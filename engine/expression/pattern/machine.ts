// Runs a pattern's program over a text with all alternatives side by side (Pike's machine): time grows with text × program,
// never exponentially, and every step is charged to the evaluation. Finds the leftmost match, preferring as Perl does.
import type { Run } from '../run.ts';
import type { Instruction } from './program.ts';

export interface Subject {
  readonly points: readonly number[];
  /** Flag m: ^ and $ hold at line ends too. */
  readonly multiline: boolean;
}
/** Begin and end of the whole match and of each group, as indexes into the points; undefined where a group took no part. */
export type Match = readonly (number | undefined)[];

interface Threads {
  readonly at: number[];
  readonly saved: Match[];
}

export class Machine {
  readonly #code: readonly Instruction[];
  readonly #run: Run;
  /** The position at which an instruction was last scheduled. */
  readonly #seen: Int32Array;
  #stamp = 0;
  /** Work done and not yet charged. */
  #work = 0;

  constructor(code: readonly Instruction[], run: Run) {
    this.#code = code;
    this.#run = run;
    this.#seen = new Int32Array(code.length);
  }

  /** The leftmost match that begins at `from` or later. */
  find(subject: Subject, from: number): Match | undefined {
    let now: Threads = { at: [], saved: [] };
    let found: Match | undefined;
    this.#stamp++;
    for (let position = from; position <= subject.points.length; position++) {
      if (!found) this.#add({ threads: now, subject, position }, 0, []);
      const next: Threads = { at: [], saved: [] };
      this.#stamp++;
      const point = subject.points[position];
      for (let i = 0; i < now.at.length; i++) {
        const index = now.at[i] ?? 0;
        const instruction = this.#code[index];
        const saved = now.saved[i] ?? [];
        this.#work++;
        if (instruction?.op === 'match') {
          found = saved;
          break;
        }
        if (instruction?.op === 'char' && point !== undefined && instruction.set(point))
          this.#add({ threads: next, subject, position: position + 1 }, index + 1, saved);
      }
      this.#run.charge(1 + (this.#work >> 1));
      this.#work &= 1;
      now = next;
      if (found && now.at.length === 0) break;
    }
    return found;
  }

  /** Schedules an instruction and whatever it leads to without reading a character. Work is a stack, highest priority on top. */
  #add(into: { readonly threads: Threads; readonly subject: Subject; readonly position: number }, start: number, begun: Match): void {
    const stack: { readonly index: number; readonly saved: Match }[] = [{ index: start, saved: begun }];
    for (let top = stack.pop(); top; top = stack.pop()) {
      const { index, saved } = top;
      if (this.#seen[index] === this.#stamp) continue;
      this.#seen[index] = this.#stamp;
      this.#work++;
      const instruction = this.#code[index];
      switch (instruction?.op) {
        case 'jump':
          stack.push({ index: instruction.to, saved });
          break;
        case 'fork':
          stack.push({ index: instruction.second, saved }, { index: instruction.first, saved });
          break;
        case 'save': {
          const copy = [...saved];
          copy[instruction.slot] = into.position;
          this.#work += saved.length >> 3;
          stack.push({ index: index + 1, saved: copy });
          break;
        }
        case 'start':
        case 'end':
          if (holds(instruction.op, into.subject, into.position)) stack.push({ index: index + 1, saved });
          break;
        default:
          into.threads.at.push(index);
          into.threads.saved.push(saved);
      }
    }
  }
}

function holds(anchor: 'start' | 'end', { points, multiline }: Subject, position: number): boolean {
  const newline = 0x0a;
  if (anchor === 'start') return position === 0 || (multiline && points[position - 1] === newline);
  return position === points.length || (multiline && points[position] === newline);
}
