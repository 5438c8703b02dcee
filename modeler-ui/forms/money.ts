// Money as people write it (元) and as the system keeps it (integer 分). Exact: no floating point on the way.

/** 分 of a text such as `1200`, `1,200.5`, `￥1 200.50`; undefined when it is not an amount with at most two decimals. */
export function parseYuan(text: string): number | undefined {
  const plain = text
    .normalize('NFKC')
    .replace(/^[¥\s]+/u, '')
    .replace(/[,\s]/g, '')
    .replace(/元$/u, '');
  const m = /^(-?)(\d{1,13})(?:\.(\d{1,2}))?$/.exec(plain);
  if (!m) return undefined;
  const fen = Number(m[2]) * 100 + Number((m[3] ?? '').padEnd(2, '0'));
  return Number.isSafeInteger(fen) ? (m[1] === '-' && fen !== 0 ? -fen : fen) : undefined;
}

/** `1234567` 分 → `12,345.67`; whole yuan without decimals. */
export function showYuan(fen: number): string {
  const sign = fen < 0 ? '-' : '';
  const digits = String(Math.abs(fen)).padStart(3, '0');
  const whole = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ',');
  const rest = digits.slice(-2);
  return `${sign}${whole}${rest === '00' ? '' : `.${rest}`}`;
}

/** In ten thousands, as large amounts are spoken of: `128000000` 分 → `128`. Exact, at most six decimals. */
export function showWan(fen: number): string {
  const digits = String(Math.abs(fen)).padStart(7, '0');
  const whole = digits.slice(0, -6).replace(/\B(?=(\d{3})+$)/g, ',');
  const rest = digits.slice(-6).replace(/0+$/, '');
  return `${fen < 0 ? '-' : ''}${whole}${rest === '' ? '' : `.${rest}`}`;
}
