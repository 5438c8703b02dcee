// Where problems are shown: at their shape when it is on the canvas, on top of the list when they belong to the process or the file. Pure.
export interface ShownProblem {
  readonly code: string;
  readonly element: string;
  readonly message: { readonly zh: string; readonly en: string };
}

/** Problems that say the same of the same element, from browser and server, are one. */
export function merged(...lists: readonly (readonly ShownProblem[])[]): readonly ShownProblem[] {
  const seen = new Map(lists.flat().map((p) => [JSON.stringify([p.code, p.element, p.message.zh]), p] as const));
  return [...seen.values()];
}

/** Problems of the whole drawing first, then in the order of the outline, then what has no line in it (flows, lanes). */
export function inReadingOrder(
  problems: readonly ShownProblem[],
  whole: ReadonlySet<string>,
  order: readonly string[],
): readonly ShownProblem[] {
  const rank = new Map(order.map((id, index) => [id, index] as const));
  const place = (p: ShownProblem): number => (whole.has(p.element) ? -1 : (rank.get(p.element) ?? order.length));
  return [...problems].sort((a, b) => place(a) - place(b));
}

export function byElement(problems: readonly ShownProblem[]): ReadonlyMap<string, readonly ShownProblem[]> {
  const groups = new Map<string, ShownProblem[]>();
  for (const p of problems) groups.set(p.element, [...(groups.get(p.element) ?? []), p]);
  return groups;
}
