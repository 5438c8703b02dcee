// Asks for the key and the name of a new procedure and opens the modeler on it. Nothing is stored until the drafter saves.
import { Input, Modal } from 'antd';
import { useId, useState } from 'react';
import { useNavigate } from 'react-router';
import { useDrafterWords } from '../../diagram/drafter-words.ts';
import { useWords } from '../../words/language.ts';
import { drafterPages } from './drafts.ts';

const goodKey = /^[A-Za-z_][\w.-]{0,127}$/;

export function CreateDialog({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const { w } = useDrafterWords();
  const { t } = useWords();
  const navigate = useNavigate();
  const ids = { key: useId(), name: useId() };
  const [key, setKey] = useState('');
  const [name, setName] = useState('');
  const ready = goodKey.test(key) && name.trim() !== '';
  const start = (): void => {
    if (ready) void navigate(`${drafterPages.one(key)}?${new URLSearchParams({ name: name.trim() })}`);
  };
  return (
    <Modal
      title={w.drafts.createTitle}
      open={open}
      onCancel={onClose}
      onOk={start}
      okText={w.drafts.createOpen}
      cancelText={t('app.cancel')}
      okButtonProps={{ disabled: !ready }}
      destroyOnHidden
    >
      <div className="gc-field">
        <label htmlFor={ids.key}>{w.drafts.createKey}</label>
        <Input id={ids.key} value={key} maxLength={128} onChange={(e) => setKey(e.target.value)} aria-describedby={`${ids.key}-hint`} />
        <p id={`${ids.key}-hint`} className={key === '' || goodKey.test(key) ? 'gc-field__hint' : 'gc-field__missing'}>
          {key === '' || goodKey.test(key) ? w.drafts.createKeyHint : w.drafts.createKeyWrong}
        </p>
      </div>
      <div className="gc-field">
        <label htmlFor={ids.name}>{w.drafts.createName}</label>
        <Input id={ids.name} value={name} maxLength={200} onChange={(e) => setName(e.target.value)} onPressEnter={start} />
      </div>
    </Modal>
  );
}
