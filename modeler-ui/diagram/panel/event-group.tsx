// What an event waits for or throws: time, message, signal, error, escalation, condition, link. Send and receive tasks have their message here too.
import { AutoComplete } from 'antd';
import { useId } from 'react';
import { useDrafterWords } from '../drafter-words.ts';
import { childrenOf, type ModdleElement, textOf } from '../moddle.ts';
import { expressionOf, setExpression, setTimer, timerForms, timerOf } from './bpmn-edits.ts';
import { expressionFault } from './expression-fault.ts';
import { ChoiceField, TextField } from './fields.tsx';
import type { PanelContext } from './panel-context.ts';
import { knownReferences, type ReferenceKind, referenceKindOf, referenceOf, setReference } from './reference-edits.ts';

const messageTasks = new Set(['bpmn:SendTask', 'bpmn:ReceiveTask']);

/** The parsed element that holds what the event is about, if there is anything to say about it. */
export function triggerHolder(element: ModdleElement): ModdleElement | undefined {
  if (messageTasks.has(element.$type)) return element;
  const definition = childrenOf(element, 'eventDefinitions')[0];
  const silent =
    !definition ||
    definition.$type === 'bpmn:TerminateEventDefinition' ||
    definition.$type === 'bpmn:CancelEventDefinition' ||
    definition.$type === 'bpmn:CompensateEventDefinition';
  return silent ? undefined : definition;
}

interface HolderProps {
  readonly context: PanelContext;
  readonly holder: ModdleElement;
}

function TimerFields({ context, holder }: HolderProps) {
  const { w } = useDrafterWords();
  const { session, subject } = context;
  const timer = timerOf(holder);
  const formWords = { timeDate: w.panel.timeDate, timeDuration: w.panel.timeDuration, timeCycle: w.panel.timeCycle };
  const hints = { timeDate: w.panel.timeDateHint, timeDuration: w.panel.timeDurationHint, timeCycle: w.panel.timeCycleHint };
  return (
    <>
      <ChoiceField
        label={w.panel.timerForm}
        value={timer.form}
        required
        choices={timerForms.map((value) => ({ value, label: formWords[value] }))}
        onChange={(next) =>
          session.edit(setTimer(subject, holder, { ...timer, form: timerForms.find((f) => f === next) ?? timer.form }, session.make))
        }
      />
      <TextField
        label={w.panel.timerText}
        value={timer.text}
        required
        code
        hint={hints[timer.form]}
        onChange={(text) =>
          session.edit(setTimer(subject, holder, { form: timer.form, ...(text === undefined ? {} : { text }) }, session.make))
        }
      />
    </>
  );
}

function ReferenceField({ context, holder, kind }: HolderProps & { readonly kind: ReferenceKind }) {
  const { w } = useDrafterWords();
  const id = useId();
  const { session, subject } = context;
  const labels = {
    messageRef: w.panel.message,
    signalRef: w.panel.signal,
    errorRef: w.panel.errorCode,
    escalationRef: w.panel.escalationCode,
  };
  const known = knownReferences(subject.element, kind);
  const set = (text: string): void => {
    const next = text.trim() === '' ? undefined : text.trim();
    if (next !== referenceOf(holder, kind)) session.edit(setReference(subject, holder, next, session.make));
  };
  return (
    <div className="gc-field">
      <label htmlFor={id}>{labels[kind.property]}</label>
      <AutoComplete
        id={id}
        key={referenceOf(holder, kind) ?? ''}
        defaultValue={referenceOf(holder, kind) ?? ''}
        options={known.map((value) => ({ value }))}
        onSelect={(value: string) => set(value)}
        onBlur={(event) => {
          if (event.target instanceof HTMLInputElement) set(event.target.value);
        }}
      />
    </div>
  );
}

export function EventGroup({ context, holder }: HolderProps) {
  const { w, language } = useDrafterWords();
  const { session, subject } = context;
  const kind = referenceKindOf(holder);
  if (kind) return <ReferenceField context={context} holder={holder} kind={kind} />;
  switch (holder.$type) {
    case 'bpmn:TimerEventDefinition':
      return <TimerFields context={context} holder={holder} />;
    case 'bpmn:ConditionalEventDefinition':
      return (
        <TextField
          label={w.panel.condition}
          value={expressionOf(holder, 'condition')}
          long
          code
          required
          hint={w.panel.feelHint}
          faultOf={(text) => expressionFault(text, language)}
          onChange={(text) => session.edit(setExpression(subject, { holder, name: 'condition' }, text, session.make))}
        />
      );
    case 'bpmn:LinkEventDefinition':
      return (
        <TextField
          label={w.panel.link}
          value={textOf(holder, 'name')}
          required
          onChange={(name) => session.edit([{ shape: subject.shape, target: holder, properties: { name } }])}
        />
      );
    default:
      return null;
  }
}
