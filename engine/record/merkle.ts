// The tree over records: RFC 6962 §2.1 hash, inclusion and consistency proofs, and their verification (RFC 9162 §2.1.3, §2.1.4).
// Promise: pure; a proof that does not fit (wrong length, wrong size, size 0) is false, never an exception.
// Leaves are given as leaf hashes (hashRecord), so that a proof says nothing of the content of its neighbours.
import { concat, type Sha256 } from './bytes.ts';

type Hash = Uint8Array;
const hashBytes = 32;

const nodeHash = (left: Hash, right: Hash, sha256: Sha256): Hash => sha256(concat(Uint8Array.of(1), left, right));

/** The largest power of two below n (n > 1). */
function split(n: number): number {
  let k = 1;
  while (k * 2 < n) k *= 2;
  return k;
}

export function treeHash(leaves: readonly Hash[], sha256: Sha256): Hash {
  const [only] = leaves;
  if (only === undefined) return sha256(new Uint8Array(0));
  if (leaves.length === 1) return only;
  const k = split(leaves.length);
  return nodeHash(treeHash(leaves.slice(0, k), sha256), treeHash(leaves.slice(k), sha256), sha256);
}

/** Proof that leaf `index` is in the tree over `leaves`. Undefined where there is no such leaf. */
export function inclusionProof(leaves: readonly Hash[], index: number, sha256: Sha256): readonly Hash[] | undefined {
  if (!Number.isInteger(index) || index < 0 || index >= leaves.length) return undefined;
  return inclusionPath(leaves, index, sha256);
}

function inclusionPath(leaves: readonly Hash[], index: number, sha256: Sha256): readonly Hash[] {
  if (leaves.length === 1) return [];
  const k = split(leaves.length);
  const left = leaves.slice(0, k);
  const right = leaves.slice(k);
  return index < k
    ? [...inclusionPath(left, index, sha256), treeHash(right, sha256)]
    : [...inclusionPath(right, index - k, sha256), treeHash(left, sha256)];
}

/** Proof that the tree over the first `size` leaves is a beginning of the tree over all of them. */
export function consistencyProof(leaves: readonly Hash[], size: number, sha256: Sha256): readonly Hash[] | undefined {
  if (!Number.isInteger(size) || size < 1 || size > leaves.length) return undefined;
  return consistencyPath(leaves, size, true, sha256);
}

function consistencyPath(leaves: readonly Hash[], size: number, whole: boolean, sha256: Sha256): readonly Hash[] {
  if (size === leaves.length) return whole ? [] : [treeHash(leaves, sha256)];
  const k = split(leaves.length);
  const left = leaves.slice(0, k);
  const right = leaves.slice(k);
  return size <= k
    ? [...consistencyPath(left, size, whole, sha256), treeHash(right, sha256)]
    : [...consistencyPath(right, size - k, false, sha256), treeHash(left, sha256)];
}

const same = (a: Hash, b: Hash): boolean => a.length === b.length && a.every((byte, i) => byte === b[i]);
const wellFormed = (proof: readonly Hash[]): boolean => proof.every((h) => h.length === hashBytes);
/** Halving that stays exact above 2^31, where shifts do not. */
const half = (n: number): number => Math.floor(n / 2);
const isOdd = (n: number): boolean => n % 2 === 1;

export interface Inclusion {
  readonly leaf: Hash;
  readonly index: number;
  readonly size: number;
  readonly proof: readonly Hash[];
  readonly root: Hash;
}

export function verifyInclusion({ leaf, index, size, proof, root }: Inclusion, sha256: Sha256): boolean {
  const sizesFit = Number.isSafeInteger(index) && Number.isSafeInteger(size) && index >= 0 && index < size;
  if (!sizesFit || leaf.length !== hashBytes || !wellFormed(proof)) return false;
  let node = index;
  let last = size - 1;
  let hash = leaf;
  for (const p of proof) {
    if (last === 0) return false;
    if (isOdd(node) || node === last) {
      hash = nodeHash(p, hash, sha256);
      while (!isOdd(node) && node !== 0) {
        node = half(node);
        last = half(last);
      }
    } else hash = nodeHash(hash, p, sha256);
    node = half(node);
    last = half(last);
  }
  return last === 0 && same(hash, root);
}

export interface Consistency {
  readonly first: { readonly size: number; readonly root: Hash };
  readonly second: { readonly size: number; readonly root: Hash };
  readonly proof: readonly Hash[];
}

export function verifyConsistency({ first, second, proof }: Consistency, sha256: Sha256): boolean {
  const sizesFit = Number.isSafeInteger(first.size) && Number.isSafeInteger(second.size) && first.size >= 1 && first.size <= second.size;
  if (!sizesFit || !wellFormed(proof)) return false;
  if (first.size === second.size) return proof.length === 0 && same(first.root, second.root);
  // A whole power of two is a node of the larger tree itself: its root is left out of the proof.
  const wholeNode = Number.isInteger(Math.log2(first.size));
  const [start, ...rest] = wholeNode ? [first.root, ...proof] : proof;
  return start !== undefined && climb(first.size - 1, second.size - 1, start, rest, { first: first.root, second: second.root }, sha256);
}

function climb(
  from: number,
  to: number,
  start: Hash,
  path: readonly Hash[],
  roots: { readonly first: Hash; readonly second: Hash },
  sha256: Sha256,
): boolean {
  let node = from;
  let last = to;
  while (isOdd(node)) {
    node = half(node);
    last = half(last);
  }
  let older = start;
  let newer = start;
  for (const p of path) {
    if (last === 0) return false;
    if (isOdd(node) || node === last) {
      older = nodeHash(p, older, sha256);
      newer = nodeHash(p, newer, sha256);
      while (!isOdd(node) && node !== 0) {
        node = half(node);
        last = half(last);
      }
    } else newer = nodeHash(newer, p, sha256);
    node = half(node);
    last = half(last);
  }
  return last === 0 && same(older, roots.first) && same(newer, roots.second);
}
