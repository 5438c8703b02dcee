// Script task (BPMN 2.0.2 §13.3.3) in FEEL: a context's entries become variables of the enclosing scope; any other result
// goes to the task's data output.
import type { JsonObject } from '../model/json.ts';
import { activity } from './activity.ts';
import type { Behaviour } from './stage.ts';
import { immediate } from './task.ts';

export const scriptTask: Behaviour = activity(
  immediate((stage, node, place, locals) => {
    if (!node.script) return {};
    const found = stage.evaluate(node.script, place.scope, locals);
    if (!found.ok) {
      stage.incident({ node: place.within, element: node }, found.code, found.detail);
      return undefined;
    }
    const value = found.value;
    if (value !== null && typeof value === 'object' && !Array.isArray(value)) return value as JsonObject;
    return node.resultVariable === undefined ? {} : { [node.resultVariable]: value };
  }),
);
