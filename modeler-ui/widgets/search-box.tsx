// A search field that waits until typing pauses. No antd.
import { useEffect, useId, useRef, useState } from 'react';

export interface SearchBoxProps {
  readonly label: string;
  readonly value: string;
  readonly onSearch: (text: string) => void;
}

export function SearchBox({ label, value, onSearch }: SearchBoxProps) {
  const id = useId();
  const [text, setText] = useState(value);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => setText(value), [value]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const change = (next: string): void => {
    setText(next);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => onSearch(next.trim()), 350);
  };
  return (
    <search className="search-box">
      <label className="unseen" htmlFor={id}>
        {label}
      </label>
      <input id={id} type="search" value={text} placeholder={label} maxLength={100} onChange={(e) => change(e.target.value)} />
    </search>
  );
}
