// A form as it comes over the wire, made sure of.
import { type Form, form } from '../../engine/index.ts';

/** Undefined: there is no form. Throws on something that is not a form: the server promised one. */
export const readForm = (wire: unknown): Form | undefined => (wire === null || wire === undefined ? undefined : form.parse(wire));
