// The forms of a version, by key.
import { type Form, form, type JsonObject } from '../../../engine/index.ts';

export const formsOf = (stored: JsonObject): readonly Form[] => Object.values(stored).map((value) => form.parse(value));
