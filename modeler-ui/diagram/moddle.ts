// The shape of parsed BPMN elements as bpmn-moddle hands them out, typed for our use; no import of any library.
// Promise: reading goes through the functions below, which return `undefined` or an empty list instead of throwing on a foreign shape.
export interface ModdleElement {
  readonly $type: string;
  $parent?: ModdleElement;
  readonly id?: string;
  readonly name?: string;
  get(name: string): unknown;
  set(name: string, value: unknown): void;
}

export interface Moddle {
  create(type: string, properties?: object): ModdleElement;
}

export function isModdle(value: unknown): value is ModdleElement {
  return typeof value === 'object' && value !== null && '$type' in value;
}

/** The property only where the element's type has it: moddle warns or throws on some foreign names. */
function property(element: ModdleElement | undefined, name: string): unknown {
  return element ? element.get(name) : undefined;
}

export function textOf(element: ModdleElement | undefined, name: string): string | undefined {
  const value = property(element, name);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

export function flagOf(element: ModdleElement | undefined, name: string): boolean {
  return property(element, name) === true;
}

export function childOf(element: ModdleElement | undefined, name: string): ModdleElement | undefined {
  const value = property(element, name);
  return isModdle(value) ? value : undefined;
}

export function childrenOf(element: ModdleElement | undefined, name: string): readonly ModdleElement[] {
  const value = property(element, name);
  return Array.isArray(value) ? value.filter(isModdle) : [];
}

/** Entries of the element's extensionElements of one type. */
export function extensionsOf(element: ModdleElement | undefined, type: string): readonly ModdleElement[] {
  return childrenOf(childOf(element, 'extensionElements'), 'values').filter((v) => v.$type === type);
}

/** Nearest enclosing element of one of the types, the element itself included. */
export function enclosing(element: ModdleElement | undefined, types: readonly string[]): ModdleElement | undefined {
  for (let at = element; at; at = at.$parent) if (types.includes(at.$type)) return at;
  return undefined;
}
