// Name, id and documentation of the subject.
import { fill, useDrafterWords } from '../drafter-words.ts';
import { textOf } from '../moddle.ts';
import { documentationOf, setDocumentation } from './bpmn-edits.ts';
import { TextField } from './fields.tsx';
import type { PanelContext } from './panel-context.ts';
import { renamedReferences } from './rule-edits.ts';
import { subjectOf } from './subject.ts';

const wellFormed = /^[A-Za-z_][\w.-]{0,254}$/;

export function GeneralGroup({ context }: { readonly context: PanelContext }) {
  const { w } = useDrafterWords();
  const { session, subject } = context;
  const { shape, element, pool } = subject;
  const id = textOf(element, 'id') ?? '';
  const registry = session.stage.get('elementRegistry');
  const own = element === shape.businessObject;
  const rename = (to: string | undefined): void => {
    if (to === undefined) return;
    const all = registry.getAll().flatMap((s) => subjectOf([s], undefined, []) ?? []);
    session.edit([{ shape, properties: { id: to } }, ...renamedReferences(all, id, to)]);
  };
  const refuse = (text: string): string | undefined => {
    if (!wellFormed.test(text)) return w.panel.idMalformed;
    return registry.get(text) ? fill(w.panel.idTaken, { id: text }) : undefined;
  };
  const setName = (name: string | undefined): void =>
    session.edit(
      pool
        ? [
            { shape, properties: { name } },
            { shape, target: element, properties: { name } },
          ]
        : [{ shape, target: element, properties: { name } }],
    );
  const isProcess = element.$type === 'bpmn:Process';
  return (
    <>
      <TextField label={w.panel.name} value={textOf(element, 'name')} long onChange={setName} />
      <TextField
        label={w.panel.id}
        value={id}
        code
        disabled={!own || isProcess}
        onChange={rename}
        strict
        faultOf={refuse}
        hint={isProcess ? w.panel.processIdHint : w.panel.idHint}
      />
      <TextField
        label={w.panel.documentation}
        value={documentationOf(element)}
        long
        onChange={(text) => session.edit(setDocumentation(subject, text, session.make))}
      />
    </>
  );
}
