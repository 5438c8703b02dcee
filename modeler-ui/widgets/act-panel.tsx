// One act that asks for a text and a confirmation: a button that opens a small form, and the form.
import { Button, Input } from 'antd';
import { type FormEvent, useId, useState } from 'react';
import { useWords } from '../words/language.ts';
import { Refusal } from './refusal.tsx';

export interface ActPanelProps {
  /** Text of the button that opens the panel. */
  readonly open: string;
  /** What the act means, said before it is done. */
  readonly ask: string;
  readonly label: string;
  readonly send: string;
  /** Said when the text must be given and is not; without it the text is optional. */
  readonly missing?: string;
  readonly danger?: boolean;
  readonly primary?: boolean;
  readonly busy: boolean;
  readonly error: unknown;
  readonly onSend: (text: string, done: () => void) => void;
}

export function ActPanel(props: ActPanelProps) {
  const [shown, setShown] = useState(false);
  if (!shown)
    return (
      <Button className="act-open" danger={props.danger} type={props.primary ? 'primary' : 'default'} onClick={() => setShown(true)}>
        {props.open}
      </Button>
    );
  return <OpenPanel {...props} onClose={() => setShown(false)} />;
}

function OpenPanel(props: ActPanelProps & { readonly onClose: () => void }) {
  const { t } = useWords();
  const id = useId();
  const [text, setText] = useState('');
  const [tried, setTried] = useState(false);
  const wrong = props.missing !== undefined && tried && text.trim().length < 2;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (props.missing === undefined || text.trim().length >= 2) props.onSend(text.trim(), props.onClose);
  };
  return (
    <form className={`act-panel${props.danger ? ' act-danger' : ''}`} onSubmit={submit} noValidate aria-label={props.open}>
      <p>{props.ask}</p>
      <Refusal error={props.error} />
      <label className="field-label" htmlFor={id}>
        {props.label}
      </label>
      <Input.TextArea
        id={id}
        autoFocus
        value={text}
        autoSize={{ minRows: 2, maxRows: 8 }}
        maxLength={2000}
        status={wrong ? 'error' : undefined}
        aria-invalid={wrong || undefined}
        aria-describedby={wrong ? `${id}-fault` : undefined}
        onChange={(e) => setText(e.target.value)}
      />
      {wrong && (
        <p className="field-fault" id={`${id}-fault`} role="alert">
          {props.missing}
        </p>
      )}
      <div className="acts">
        <Button type="primary" danger={props.danger} htmlType="submit" loading={props.busy}>
          {props.send}
        </Button>
        <Button onClick={props.onClose}>{t('app.cancel')}</Button>
      </div>
    </form>
  );
}
