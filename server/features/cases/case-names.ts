// Names that a case's events and steps only know by key.
import type { Words } from '../../../engine/index.ts';

export interface CaseNames {
  /** Name of a drawn element, its id where it has none. */
  element(id: string): string;
  /** Whether it was given a name when it was drawn. */
  isNamed(id: string): boolean;
  office(key: string): Words;
  person(id: string): string;
}
