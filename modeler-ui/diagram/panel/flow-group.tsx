// Condition (FEEL) and default of a sequence flow out of a deciding gateway.
import { Checkbox } from 'antd';
import { useDrafterWords } from '../drafter-words.ts';
import { childOf, textOf } from '../moddle.ts';
import { expressionOf, isDefault, mayBeDefault, mayHaveCondition, setDefault, setExpression } from './bpmn-edits.ts';
import { expressionFault } from './expression-fault.ts';
import { TextField } from './fields.tsx';
import type { PanelContext } from './panel-context.ts';

export function FlowGroup({ context }: { readonly context: PanelContext }) {
  const { w, language } = useDrafterWords();
  const { session, subject } = context;
  const flow = subject.element;
  const source = session.stage.get('elementRegistry').get(textOf(childOf(flow, 'sourceRef'), 'id') ?? '');
  const byDefault = isDefault(flow);
  return (
    <>
      {mayBeDefault(flow) && source ? (
        <Checkbox checked={byDefault} onChange={(e) => session.edit(setDefault(subject, source, e.target.checked))}>
          {w.panel.isDefault}
        </Checkbox>
      ) : null}
      {mayHaveCondition(flow) && !byDefault ? (
        <TextField
          label={w.panel.condition}
          value={expressionOf(flow, 'conditionExpression')}
          long
          code
          hint={w.panel.feelHint}
          faultOf={(text) => expressionFault(text, language)}
          onChange={(text) => session.edit(setExpression(subject, { holder: flow, name: 'conditionExpression' }, text, session.make))}
        />
      ) : null}
    </>
  );
}
