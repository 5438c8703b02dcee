// What every group of the panel needs: the session to edit with, the subject, and what may be chosen.
import type { ModelerSession } from '../modeler-session.ts';
import type { Subject } from './subject.ts';
import type { Choice, PanelVocabulary } from './vocabulary.ts';

export interface PanelContext {
  readonly session: ModelerSession;
  readonly subject: Subject;
  readonly vocabulary: PanelVocabulary;
  /** Steps of the drawing other than the subject, for rules that name steps. */
  readonly steps: readonly Choice[];
}
