// Leaves out what is undefined, so that absent facts stay absent in the graph (a saved and a fresh graph are the same).
export function present<T extends object>(values: T): T {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as T;
}
