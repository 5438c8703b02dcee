// The step file of `guicheng run`: one JSON line per step, in the forms that DESIGN §7 lists. Anything else is refused with its line.
import { z } from 'zod';
import { UsageError } from './command.ts';

const variables = z.record(z.string(), z.json()).default({});

export const step = z.union([
  /** `by` names the person; without it the first person the task asks for, or "cli". */
  z.strictObject({ complete: z.string(), vars: variables, as: z.string().optional(), by: z.string().optional() }),
  z.strictObject({ message: z.string(), vars: variables, key: z.string().optional() }),
  z.strictObject({ signal: z.string(), vars: variables }),
  z.strictObject({ error: z.string(), at: z.string() }),
  /** ISO 8601 duration of days, hours, minutes and seconds, which have one length each. */
  z.strictObject({ advance: z.string() }),
  z.strictObject({ activate: z.string() }),
]);
export type Step = z.infer<typeof step>;

export function readSteps(text: string): Step[] {
  return text.split('\n').flatMap((line, i) => {
    if (line.trim() === '') return [];
    const read = step.safeParse(parsed(line));
    if (read.success) return [read.data];
    throw new UsageError({
      zh: `步骤文件第 ${i + 1} 行不是可执行的步骤：${line.slice(0, 200)}`,
      en: `Line ${i + 1} of the step file is no step that can be carried out: ${line.slice(0, 200)}`,
    });
  });
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

const part = { D: 86_400_000, H: 3_600_000, M: 60_000, S: 1000 };

/** Milliseconds of an ISO 8601 duration without years and months; undefined when it is none. */
export function durationMs(text: string): number | undefined {
  const m = /^P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d{1,3})?)S)?)?$/.exec(text);
  if (!m || text.endsWith('T') || text === 'P') return undefined;
  const [weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = m.slice(1).map((n) => Number(n ?? 0));
  return Math.round((weeks * 7 + days) * part.D + hours * part.H + minutes * part.M + seconds * part.S);
}
