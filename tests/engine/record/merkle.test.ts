// The tree of records: the published test tree of RFC 6962 implementations, and every proof of every small tree.
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { fromHex, leafHash, toHex } from '../../../engine/record/bytes.ts';
import { consistencyProof, inclusionProof, treeHash, verifyConsistency, verifyInclusion } from '../../../engine/record/merkle.ts';

const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();
const leavesOf = (n: number): Uint8Array[] => Array.from({ length: n }, (_, i) => leafHash(Uint8Array.of(i), sha256));
const flipped = (h: Uint8Array): Uint8Array => Uint8Array.from(h, (b, i) => (i === 7 ? b ^ 1 : b));
const sizes = Array.from({ length: 17 }, (_, i) => i + 1);

test('the empty tree and the eight-leaf tree of the Certificate Transparency test data', () => {
  const inputs = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'];
  const leaves = inputs.map((hex) => leafHash(fromHex(hex) as Uint8Array, sha256));
  expect(toHex(treeHash([], sha256))).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  expect(toHex(treeHash(leaves.slice(0, 1), sha256))).toBe('6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d');
  expect(toHex(treeHash(leaves, sha256))).toBe('5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328');
});

describe('inclusion', () => {
  test('of every leaf in every tree up to 17 leaves is proved, and of nothing else', () => {
    for (const size of sizes) {
      const leaves = leavesOf(size);
      const root = treeHash(leaves, sha256);
      for (const [index, leaf] of leaves.entries()) {
        const claim = { leaf, index, size, proof: inclusionProof(leaves, index, sha256) ?? [], root };
        expect(verifyInclusion(claim, sha256)).toBe(true);
        expect(verifyInclusion({ ...claim, root: flipped(root) }, sha256)).toBe(false);
        expect(verifyInclusion({ ...claim, leaf: flipped(leaf) }, sha256)).toBe(false);
        expect(verifyInclusion({ ...claim, index: size }, sha256)).toBe(false);
        expect(verifyInclusion({ ...claim, proof: [...claim.proof, root] }, sha256)).toBe(false);
        if (size > 1) {
          expect(verifyInclusion({ ...claim, proof: claim.proof.slice(1) }, sha256)).toBe(false);
          expect(verifyInclusion({ ...claim, index: (index + 1) % size }, sha256)).toBe(false);
        }
      }
    }
  });

  test('of no leaf, in no tree, or with short hashes is not proved', () => {
    const leaves = leavesOf(3);
    expect(inclusionProof(leaves, 3, sha256)).toBeUndefined();
    expect(inclusionProof([], 0, sha256)).toBeUndefined();
    const empty = new Uint8Array(0);
    expect(verifyInclusion({ leaf: empty, index: 0, size: 1, proof: [], root: empty }, sha256)).toBe(false);
    expect(verifyInclusion({ leaf: empty, index: 0, size: 0, proof: [], root: empty }, sha256)).toBe(false);
  });
});

describe('consistency', () => {
  test('of every beginning of every tree up to 17 leaves is proved, and of no other tree', () => {
    for (const size of sizes) {
      const leaves = leavesOf(size);
      const second = { size, root: treeHash(leaves, sha256) };
      for (let k = 1; k <= size; k++) {
        const first = { size: k, root: treeHash(leaves.slice(0, k), sha256) };
        const proof = consistencyProof(leaves, k, sha256) ?? [];
        expect(verifyConsistency({ first, second, proof }, sha256)).toBe(true);
        expect(verifyConsistency({ first: { ...first, root: flipped(first.root) }, second, proof }, sha256)).toBe(false);
        expect(verifyConsistency({ first, second: { ...second, root: flipped(second.root) }, proof }, sha256)).toBe(false);
        expect(verifyConsistency({ first, second, proof: [...proof, first.root] }, sha256)).toBe(false);
        if (proof.length > 0) expect(verifyConsistency({ first, second, proof: proof.slice(0, -1) }, sha256)).toBe(false);
      }
    }
  });

  test('with nothing, or of a larger with a smaller tree, is not proved', () => {
    const leaves = leavesOf(4);
    const root = treeHash(leaves, sha256);
    expect(consistencyProof(leaves, 0, sha256)).toBeUndefined();
    expect(consistencyProof(leaves, 5, sha256)).toBeUndefined();
    expect(verifyConsistency({ first: { size: 0, root }, second: { size: 4, root }, proof: [] }, sha256)).toBe(false);
    expect(verifyConsistency({ first: { size: 4, root }, second: { size: 3, root }, proof: [] }, sha256)).toBe(false);
  });
});
