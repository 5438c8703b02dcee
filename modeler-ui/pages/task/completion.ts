// Filling in and completing a task: entries, faults found here or by the server, a refusal, and back to the list with what happened.
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { Form, JsonObject } from '../../../engine/index.ts';
import { explain } from '../../api/problem.ts';
import { type TaskDetail, useComplete } from '../../api/tasks.ts';
import { type Entry, entriesOf, type Faults, readEntries } from '../../forms/entries.ts';
import { useKeptEntries } from '../../forms/kept-entries.ts';
import { useWords } from '../../words/language.ts';
import type { DoneNote } from './done-panel.tsx';

const noFaults: Faults = new Map();

/** `begin`: with what the case already says (a step done again), or with nothing. */
export function useCompletion(task: TaskDetail, form: Form | undefined, begin: 'filled' | 'blank' = 'filled') {
  const { language } = useWords();
  const navigate = useNavigate();
  const complete = useComplete(task.case, task.node);
  const kept = useKeptEntries(`${task.case}.${task.node}`, form && begin === 'filled' ? entriesOf(form, task.variables) : {});
  const [faults, setFaults] = useState<Faults>(noFaults);

  const leave = (said: string | undefined): void => {
    kept.forget();
    const done: DoneNote = {
      case: task.case,
      title: task.caseTitle,
      node: task.node,
      step: task.name,
      ...(said === undefined ? {} : { said }),
    };
    void navigate('/work', { state: { done } });
  };
  const send = (variables: JsonObject, said?: string): void =>
    complete.mutate(
      { variables },
      {
        onSuccess: () => leave(said),
        onError: (error) => setFaults(new Map(explain(error, language).faults.map((f) => [f.field, f.message]))),
      },
    );
  return {
    entries: kept.entries,
    faults,
    busy: complete.isPending,
    /** A refusal that is not about single fields. */
    refusal: faults.size === 0 ? complete.error : undefined,
    onEntry: (key: string, entry: Entry): void => {
      kept.set(key, entry);
      if (faults.has(key)) setFaults(new Map([...faults].filter(([field]) => field !== key)));
    },
    /** `said`: what the list says afterwards instead of "done". */
    submit: (said?: string): void => {
      const read = form ? readEntries(form, kept.entries) : { answers: {}, faults: noFaults };
      setFaults(read.faults);
      if (read.faults.size === 0) send(read.answers, said);
    },
  };
}
