// Exact rule arithmetic: integers only, no division. 半数以上 2p ≥ n · 过半数 2p > n · 三分之二以上 3p ≥ 2n (Civil Code art. 1259).
import type { Threshold } from '../model/rule-object.ts';

/** Whether `p` of `n` meets the threshold. */
export function meets(p: number, n: number, t: Threshold): boolean {
  const have = p * t.denominator;
  const want = n * t.numerator;
  return t.strict ? have > want : have >= want;
}

/** The least whole number of `n` that meets the threshold. */
export function needed(n: number, t: Threshold): number {
  const want = n * t.numerator;
  const floor = (want - (want % t.denominator)) / t.denominator;
  if (t.strict) return floor + 1;
  return want % t.denominator === 0 ? floor : floor + 1;
}
