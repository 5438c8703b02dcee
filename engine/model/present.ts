// Leaves out what is undefined, so that absent facts stay absent in the graph (a saved and a fresh graph are the same).
export function present<T extends object>(values: T): T {
  const kept: Partial<T> = {};
  for (const key of Object.keys(values) as (keyof T)[]) if (values[key] !== undefined) kept[key] = values[key];
  // What is left out was optional: T allows it to be absent or undefined alike.
  return kept as T;
}
