// Door of the procedures feature.
import { checkDrawingRoute } from './check-drawing.ts';
import { deployRoute } from './deploy.ts';
import { discardDraftRoute } from './discard-draft.ts';
import { listProcedures } from './list-procedures.ts';
import { readDraft } from './read-draft.ts';
import { readProcedure } from './read-procedure.ts';
import { readVocabulary } from './read-vocabulary.ts';
import { saveDraftRoute } from './save-draft.ts';

export const procedureRoutes = [
  listProcedures,
  readProcedure,
  readVocabulary,
  readDraft,
  saveDraftRoute,
  discardDraftRoute,
  checkDrawingRoute,
  deployRoute,
] as const;
