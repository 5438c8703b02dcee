// All built-in functions by name. To add one: write it in the file of its kind; the test table asks for an example of each.
import { aggregateFunctions } from './aggregate.ts';
import type { BuiltinTable } from './builtin.ts';
import { contextFunctions } from './context.ts';
import { conversionFunctions } from './conversion.ts';
import { listFunctions } from './list.ts';
import { numberFunctions } from './number.ts';
import { rangeFunctions } from './range.ts';
import { stringFunctions } from './string.ts';
import { temporalFunctions } from './temporal.ts';

export const builtinTable: BuiltinTable = new Map(
  [
    conversionFunctions,
    stringFunctions,
    numberFunctions,
    listFunctions,
    aggregateFunctions,
    contextFunctions,
    rangeFunctions,
    temporalFunctions,
  ].flatMap((functions) => Object.entries(functions)),
);

/** Those with a space in their names, longest first: the scanner knows them as a whole. */
export const longNames: readonly string[] = [...builtinTable.keys()]
  .filter((name) => name.includes(' '))
  .sort((a, b) => b.length - a.length);
