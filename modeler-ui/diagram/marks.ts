// How the state of a case is drawn on a diagram: which CSS markers and badges change when marks change. Pure.
// Promise: every mark has a sign and words besides its colour; applying the changes to the old picture gives the new one.

export const marks = ['done', 'open', 'held', 'waiting', 'objection', 'incident'] as const;
export type Mark = (typeof marks)[number];
export type Marks = Readonly<Record<string, Mark>>;

/** Signs are text, so that they print, scale and need no picture font. */
export const markSigns: Readonly<Record<Mark, string>> = {
  done: '✓',
  open: '●',
  held: '⏸',
  waiting: '◷',
  objection: '⚑',
  incident: '✕',
};

export interface MarkChange {
  readonly element: string;
  readonly from?: Mark;
  readonly to?: Mark;
}

export function markChanges(from: Marks, to: Marks): readonly MarkChange[] {
  const before = new Map(Object.entries(from));
  const after = new Map(Object.entries(to));
  const elements = new Set([...before.keys(), ...after.keys()]);
  return [...elements]
    .map((element): MarkChange => ({ element, from: before.get(element), to: after.get(element) }))
    .filter((c) => c.from !== c.to);
}

export interface FlowChanges {
  readonly add: readonly string[];
  readonly remove: readonly string[];
}

export function flowChanges(from: readonly string[], to: readonly string[]): FlowChanges {
  const before = new Set(from);
  const after = new Set(to);
  return { add: [...after].filter((id) => !before.has(id)), remove: [...before].filter((id) => !after.has(id)) };
}
