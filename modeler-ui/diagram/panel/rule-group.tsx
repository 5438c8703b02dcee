// The fields of one gc: element, or of a list of them: add, fill in, remove. Built from rule-specs, so that a new rule needs only a line there.
import { Button } from 'antd';
import { fill, useDrafterWords } from '../drafter-words.ts';
import { extensionsOf, type ModdleElement } from '../moddle.ts';
import { ChoiceField, ManyField, TextField } from './fields.tsx';
import type { PanelContext } from './panel-context.ts';
import { addRule, removeRule, setField } from './rule-edits.ts';
import type { FieldSpec, RuleSpec } from './rule-specs.ts';
import { type FieldValue, fieldValue } from './rule-values.ts';
import { type Choice, choicesOf } from './vocabulary.ts';

interface RuleFieldProps {
  readonly context: PanelContext;
  readonly field: FieldSpec;
  readonly rule: ModdleElement;
}

// Rules of a list have no id of their own; a removal must not hand one rule's half-typed text to its neighbour.
const identities = new WeakMap<ModdleElement, number>();
let lastIdentity = 0;
function identityOf(rule: ModdleElement): number {
  const known = identities.get(rule);
  if (known !== undefined) return known;
  lastIdentity += 1;
  identities.set(rule, lastIdentity);
  return lastIdentity;
}

const asList = (value: FieldValue): readonly string[] => (typeof value === 'string' ? [value] : (value ?? []));

function useChoices({ context, field }: RuleFieldProps, drawn: readonly string[]): readonly Choice[] {
  const { w, language } = useDrafterWords();
  const { vocabulary, steps } = context;
  switch (field.input) {
    case 'choice': {
      const known = (field.choices ?? []).map((value): Choice => ({ value, label: w.ruleChoice[value] }));
      return [...known, ...drawn.filter((d) => !known.some((k) => k.value === d)).map((value) => ({ value, label: value }))];
    }
    case 'office':
    case 'offices':
      return choicesOf(vocabulary.offices, language, drawn);
    case 'body':
      return choicesOf(vocabulary.bodies, language, drawn);
    case 'form':
      return choicesOf(vocabulary.forms, language, drawn);
    case 'steps':
      return [...steps, ...drawn.filter((d) => !steps.some((s) => s.value === d)).map((value) => ({ value, label: value }))];
    case 'text':
    case 'longText':
    case 'whole':
      return [];
  }
}

function RuleField(props: RuleFieldProps) {
  const { context, field, rule } = props;
  const { w } = useDrafterWords();
  const value = fieldValue(field, rule);
  const choices = useChoices(props, asList(value));
  const label = w.ruleField[field.label];
  const change = (next: FieldValue): void => context.session.edit(setField(context.subject, rule, field.name, next));
  switch (field.input) {
    case 'text':
    case 'longText':
    case 'whole':
      return (
        <TextField
          label={label}
          value={asList(value)[0]}
          required={field.required}
          long={field.input === 'longText'}
          whole={field.input === 'whole'}
          code={field.name === 'person'}
          onChange={change}
          {...(field.name === 'person' ? { hint: w.panel.personHint } : {})}
        />
      );
    case 'choice':
    case 'office':
    case 'body':
    case 'form':
      return (
        <ChoiceField
          label={label}
          value={asList(value)[0]}
          choices={choices}
          required={field.required}
          onChange={change}
          {...(field.fallback === undefined ? {} : { fallback: fill(w.panel.fallback, { value: w.ruleChoice[field.fallback] }) })}
        />
      );
    case 'offices':
    case 'steps':
      return <ManyField label={label} values={asList(value)} choices={choices} required={field.required} onChange={change} />;
  }
}

interface RuleGroupProps {
  readonly context: PanelContext;
  readonly spec: RuleSpec;
  /** False where the rule is not meant for this element but is drawn on it: then it may only be removed. */
  readonly offered: boolean;
}

export function RuleGroup({ context, spec, offered }: RuleGroupProps) {
  const { w } = useDrafterWords();
  const { session, subject } = context;
  const rules = extensionsOf(subject.element, spec.type);
  const title = w.rule[spec.rule];
  const more = offered && (spec.many || rules.length === 0);
  return (
    <div className="gc-rules">
      {rules.map((rule, index) => (
        <fieldset key={identityOf(rule)} className="gc-rule" data-rule={spec.rule}>
          <legend className={spec.many ? '' : 'gc-unseen'}>{spec.many ? fill(w.panel.nth, { title, n: index + 1 }) : title}</legend>
          {spec.fields.map((field) => (
            <RuleField key={field.name} context={context} field={field} rule={rule} />
          ))}
          <Button danger onClick={() => session.edit(removeRule(subject, rule))}>
            {fill(w.panel.remove, { title })}
          </Button>
        </fieldset>
      ))}
      {more ? <Button onClick={() => session.edit(addRule(subject, spec, session.make))}>{fill(w.panel.add, { title })}</Button> : null}
    </div>
  );
}
