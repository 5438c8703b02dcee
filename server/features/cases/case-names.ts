// Names that a case's events and steps only know by key.
import type { Words } from '../../../engine/index.ts';

export interface CaseNames {
  /** Name of a drawn element, its id where it has none. */
  element(id: string): string;
  office(key: string): Words;
  person(id: string): string;
}
