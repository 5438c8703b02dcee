// Where JSON becomes FEEL values and FEEL values become JSON.
// Out: dates, times and durations as their ISO texts, ranges as FEEL text. A decimal becomes the nearest JSON number (so one
// third is rounded to about 16 digits); an integer that JSON cannot hold exactly is an error, and so is a function.
import { Decimal } from 'decimal.js';
import type { Json, JsonObject } from '../model/json.ts';
import { Stop } from './fault.ts';
import { numberOf } from './number.ts';
import type { Run } from './run.ts';
import { textOf } from './text.ts';
import { type Context, isList, type Value } from './value.ts';

/** A variable's entries are read when they are asked for, so a large one costs nothing before. Only own entries exist. */
class JsonContext implements Context {
  readonly kind = 'context';
  readonly #json: JsonObject;
  constructor(json: JsonObject) {
    this.#json = json;
  }
  get names(): readonly string[] {
    return Object.keys(this.#json);
  }
  has(name: string): boolean {
    return Object.hasOwn(this.#json, name);
  }
  get(name: string, run: Run): Value | undefined {
    const found = Object.hasOwn(this.#json, name) ? this.#json[name] : undefined;
    return found === undefined ? undefined : fromJson(found, name, run);
  }
  entries(run: Run): Map<string, Value> {
    const names = this.names;
    run.charge(names.length);
    return new Map(names.map((name) => [name, this.get(name, run) ?? null]));
  }
}

/** `name` says in an error which variable was bad. */
export function fromJson(json: Json, name: string, run: Run): Value {
  switch (typeof json) {
    case 'string':
      run.chargeText(json.length);
      return json;
    case 'boolean':
      return json;
    case 'number': {
      if (Number.isSafeInteger(json)) return json + 0;
      if (!Number.isFinite(json)) throw new Stop('expression.bad-input', name);
      run.charge(3);
      return numberOf(json);
    }
    case 'object':
      if (json === null) return null;
      return isJsonList(json) ? listFromJson(json, name, run) : new JsonContext(json);
    default:
      throw new Stop('expression.bad-input', name);
  }
}

function isJsonList(json: Json): json is readonly Json[] {
  return Array.isArray(json);
}

function listFromJson(json: readonly Json[], name: string, run: Run, depth = 1): readonly Value[] {
  run.checkDepth(depth);
  run.charge(json.length);
  return json.map((item) => (isJsonList(item) ? listFromJson(item, name, run, depth + 1) : fromJson(item, name, run)));
}

export function toJson(value: Value, run: Run, depth = 0): Json {
  if (value === null || typeof value === 'boolean' || typeof value === 'string' || typeof value === 'number') return value;
  if (value instanceof Decimal) return decimalToJson(value);
  run.charge(1);
  run.checkDepth(depth);
  if (isList(value)) {
    run.charge(value.length);
    return value.map((item) => toJson(item, run, depth + 1));
  }
  if (value.kind === 'context') {
    const object: { [name: string]: Json } = {};
    for (const name of value.names) {
      run.charge(1);
      const item = toJson(value.get(name, run) ?? null, run, depth + 1);
      // Assigning would set the prototype.
      if (name === '__proto__') Object.defineProperty(object, name, { value: item, enumerable: true, configurable: true, writable: true });
      else object[name] = item;
    }
    return object;
  }
  if (value.kind === 'function') throw new Stop('expression.no-data', 'function');
  return textOf(value, run);
}

function decimalToJson(value: Decimal): number {
  const near = value.toNumber();
  if (!Number.isFinite(near) || Math.abs(near) > Number.MAX_SAFE_INTEGER) throw new Stop('expression.number-not-exact', value.toString());
  return near + 0;
}
