// What only some activities have: the job of a service task, the script of a script task, the repetition of any activity.
import { useDrafterWords } from '../drafter-words.ts';
import { childOf, type ModdleElement, textOf } from '../moddle.ts';
import { expressionOf, setExpression, setScript } from './bpmn-edits.ts';
import { expressionFault } from './expression-fault.ts';
import { ChoiceField, TextField } from './fields.tsx';
import type { PanelContext } from './panel-context.ts';
import { type LoopKind, loopCollectionOf, loopItemOf, loopKindOf, setLoopCollection, setLoopItem, setLoopKind } from './reference-edits.ts';

export function AutomationGroup({ context }: { readonly context: PanelContext }) {
  const { w, language } = useDrafterWords();
  const { session, subject } = context;
  const { element, shape } = subject;
  if (element.$type === 'bpmn:ScriptTask')
    return (
      <TextField
        label={w.panel.script}
        value={textOf(element, 'script')}
        long
        code
        required
        hint={w.panel.scriptHint}
        faultOf={(text) => expressionFault(text, language)}
        onChange={(script) => session.edit(setScript(subject, script))}
      />
    );
  return (
    <TextField
      label={w.panel.topic}
      value={textOf(element, 'implementation')}
      code
      hint={w.panel.topicHint}
      onChange={(implementation) => session.edit([{ shape, properties: { implementation } }])}
    />
  );
}

interface LoopProps {
  readonly context: PanelContext;
  readonly loop: ModdleElement;
}

function FeelField({
  context,
  loop,
  name,
  label,
  hint,
}: LoopProps & { readonly name: string; readonly label: string; readonly hint?: string }) {
  const { language } = useDrafterWords();
  const { session, subject } = context;
  return (
    <TextField
      label={label}
      value={expressionOf(loop, name)}
      code
      {...(hint === undefined ? {} : { hint })}
      faultOf={(text) => expressionFault(text, language)}
      onChange={(text) => session.edit(setExpression(subject, { holder: loop, name }, text, session.make))}
    />
  );
}

function MultiInstanceFields({ context, loop }: LoopProps) {
  const { w } = useDrafterWords();
  const { session, subject } = context;
  return (
    <>
      <TextField
        label={w.panel.loopCollection}
        value={loopCollectionOf(loop)}
        code
        hint={w.panel.loopCollectionHint}
        onChange={(name) => session.edit(setLoopCollection(subject, loop, name, session.make))}
      />
      <TextField
        label={w.panel.loopItem}
        value={loopItemOf(loop)}
        code
        hint={w.panel.loopItemHint}
        onChange={(name) => session.edit(setLoopItem(subject, loop, name, session.make))}
      />
      <FeelField context={context} loop={loop} name="loopCardinality" label={w.panel.loopCardinality} hint={w.panel.loopCardinalityHint} />
      <FeelField context={context} loop={loop} name="completionCondition" label={w.panel.loopCompletion} />
    </>
  );
}

export function LoopGroup({ context }: { readonly context: PanelContext }) {
  const { w } = useDrafterWords();
  const { session, subject } = context;
  const loop = childOf(subject.element, 'loopCharacteristics');
  const kind = loopKindOf(subject.element);
  const words: Readonly<Record<LoopKind, string>> = {
    none: w.panel.loopNone,
    parallel: w.panel.loopParallel,
    sequential: w.panel.loopSequential,
    standard: w.panel.loopStandard,
  };
  const kinds: readonly LoopKind[] = ['none', 'parallel', 'sequential', 'standard'];
  return (
    <>
      <ChoiceField
        label={w.panel.loopKind}
        value={kind}
        required
        choices={kinds.map((value) => ({ value, label: words[value] }))}
        onChange={(next) => session.edit(setLoopKind(subject, kinds.find((k) => k === next) ?? 'none', session.make))}
      />
      {loop && kind === 'standard' ? <FeelField context={context} loop={loop} name="loopCondition" label={w.panel.loopCondition} /> : null}
      {loop && (kind === 'parallel' || kind === 'sequential') ? <MultiInstanceFields context={context} loop={loop} /> : null}
    </>
  );
}
