// Progress on standard output: what the browser tests are doing, and since when. Seconds since the test file began.
const began = performance.now();

export function say(text: string): void {
  process.stdout.write(`${((performance.now() - began) / 1000).toFixed(1).padStart(6)} s  ${text}\n`);
}
