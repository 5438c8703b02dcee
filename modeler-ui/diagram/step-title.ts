// What to call an element in text: its name, or else what kind of thing it is.
import type { DrafterWords } from './drafter-words.ts';
import { childOf, childrenOf, type ModdleElement, textOf } from './moddle.ts';

const isKind = (w: DrafterWords, key: string): key is keyof DrafterWords['kind'] => key in w.kind;

/** `bpmn:UserTask` → 用户任务. A type without words of ours keeps its technical name. */
export function typeTitle(w: DrafterWords, type: string): string {
  const key = type.replace(/^bpmn:/, '');
  return isKind(w, key) ? w.kind[key] : key;
}

export function titleOf(w: DrafterWords, line: { readonly name?: string; readonly type: string }): string {
  return line.name ?? typeTitle(w, line.type);
}

export function stepTitle(w: DrafterWords, element: ModdleElement): string {
  const name = textOf(element, 'name');
  if (name !== undefined) return name;
  const from = childOf(element, 'sourceRef');
  const to = childOf(element, 'targetRef');
  if (from && to) return `${stepTitle(w, from)} → ${stepTitle(w, to)}`;
  const event = childrenOf(element, 'eventDefinitions')[0]?.$type;
  return event === undefined ? typeTitle(w, element.$type) : `${typeTitle(w, element.$type)} · ${typeTitle(w, event)}`;
}
