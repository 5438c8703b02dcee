// Save, check and deploy of one open drawing, and what came of the last of them.
// Promise: never overwrites a newer revision; after a refusal nothing of the drafter's work is lost; one act at a time.
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { keys } from '../../api/keys.ts';
import { CallFailed } from '../../api/problem.ts';
import type { OpenDrawing } from '../../diagram/modeler.tsx';
import type { ServerSaid } from '../../diagram/use-problems.ts';
import { checkOnServer, type Deployed, deployDraft, dropDraft, putDraft, readDraft } from './drafts.ts';

/** Where the stored draft stands, as far as this page knows. */
export interface Stored {
  readonly revision: number;
  readonly baseVersion: number;
}

export type Outcome =
  | { readonly of: 'saved' }
  | { readonly of: 'discarded' }
  | { readonly of: 'checked'; readonly problems: number }
  | { readonly of: 'deployed'; readonly deployed: Deployed }
  | { readonly of: 'refused'; readonly problems: number }
  | { readonly of: 'stale' }
  | { readonly of: 'failed'; readonly error: unknown };

export interface DraftActs {
  readonly stored: Stored;
  readonly busy: boolean;
  readonly outcome: Outcome | undefined;
  readonly server: ServerSaid | undefined;
  save(open: OpenDrawing): Promise<void>;
  check(open: OpenDrawing): Promise<void>;
  deploy(open: OpenDrawing, note: string): Promise<void>;
  /** Deletes the stored draft; what follows is the page's. */
  discard(): Promise<void>;
  forget(): void;
}

const staleCodes = new Set(['draft.stale', 'draft.base-moved']);
const isStale = (error: unknown): boolean => error instanceof CallFailed && staleCodes.has(error.problem?.code ?? '');
const problemsIn = (error: unknown) => (error instanceof CallFailed ? error.problem?.problems : undefined);

/** A field of the panel that is still being typed in hands its text over when it loses the focus. */
function takeOverTyping(): void {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
}

export function useDraftActs(key: string, start: Stored, onDiscarded: () => void): DraftActs {
  const client = useQueryClient();
  const [stored, setStored] = useState(start);
  const [busy, setBusy] = useState(false);
  const running = useRef(false);
  const [outcome, setOutcome] = useState<Outcome | undefined>(undefined);
  const [server, setServer] = useState<ServerSaid | undefined>(undefined);

  const save = async ({ session }: OpenDrawing): Promise<Stored> => {
    const xml = await session.xml();
    const saved = await putDraft(key, { xml, ...stored });
    const next = { revision: saved.revision, baseVersion: saved.baseVersion };
    session.markClean(xml);
    setStored(next);
    return next;
  };
  const judge = async ({ session }: OpenDrawing): Promise<Outcome> => {
    const { change } = session.snapshot();
    const { problems } = await checkOnServer(key, await session.xml());
    setServer({ change, problems });
    return { of: 'checked', problems: problems.length };
  };
  const bringIntoForce = async (open: OpenDrawing, note: string): Promise<Outcome> => {
    const { change } = open.session.snapshot();
    const { revision } = open.session.snapshot().changed || stored.revision === 0 ? await save(open) : stored;
    try {
      const deployed = await deployDraft(key, { revision, note });
      setServer(undefined);
      const now = await readDraft(key);
      setStored({ revision: now.revision, baseVersion: now.baseVersion });
      return { of: 'deployed', deployed };
    } catch (error) {
      const problems = problemsIn(error);
      if (!problems) throw error;
      setServer({ change, problems });
      return { of: 'refused', problems: problems.length };
    }
  };
  const act = async (doing: () => Promise<Outcome>): Promise<void> => {
    if (running.current) return;
    running.current = true;
    setBusy(true);
    takeOverTyping();
    try {
      setOutcome(await doing());
    } catch (error) {
      setOutcome(isStale(error) ? { of: 'stale' } : { of: 'failed', error });
    } finally {
      running.current = false;
      setBusy(false);
      void client.invalidateQueries({ queryKey: keys.procedures });
    }
  };
  return {
    stored,
    busy,
    outcome,
    server,
    save: (open) =>
      act(async () => {
        await save(open);
        return { of: 'saved' };
      }),
    check: (open) => act(() => judge(open)),
    deploy: (open, note) => act(() => bringIntoForce(open, note)),
    discard: () =>
      act(async () => {
        await dropDraft(key, stored.revision);
        onDiscarded();
        return { of: 'discarded' };
      }),
    forget: () => setOutcome(undefined),
  };
}
