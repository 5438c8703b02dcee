// Keeps unsaved work: leaving asks first, whether inside the application or by closing the window.
import { Modal } from 'antd';
import { useEffect } from 'react';
import { useBlocker } from 'react-router';
import { useDrafterWords } from '../../diagram/drafter-words.ts';

export function LeaveGuard({ unsaved }: { readonly unsaved: boolean }) {
  const { w } = useDrafterWords();
  const blocker = useBlocker(({ currentLocation, nextLocation }) => unsaved && currentLocation.pathname !== nextLocation.pathname);
  useEffect(() => {
    if (!unsaved) return;
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [unsaved]);
  return (
    <Modal
      title={w.draw.leaveTitle}
      open={blocker.state === 'blocked'}
      onCancel={() => blocker.reset?.()}
      onOk={() => blocker.proceed?.()}
      okText={w.draw.leave}
      okButtonProps={{ danger: true }}
      cancelText={w.draw.stay}
    >
      <p>{w.draw.leaveText}</p>
    </Modal>
  );
}
