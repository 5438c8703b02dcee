// `npm test`: lint, types, dead code, build, then every test (house, engine, procedures, server, pages in a browser).
// Promise: every step runs whatever the one before said; progress is printed; the last line is "N passed, N failed" (checks and tests), and the
// exit status is 0 only when nothing failed and every step ran. A test file that did not load, or no tests at all, is a failure.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { findChromium, findRedis } from '../deploy/find-programs.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const scratch = mkdtempSync(join(tmpdir(), 'guicheng-test-'));
const report = join(scratch, 'report.json');
const bin = (name) => join(root, 'node_modules', '.bin', name);

const checks = [
  { name: 'lint', command: bin('biome'), args: ['check', '.'] },
  { name: 'types', command: bin('tsc'), args: ['--noEmit'] },
  { name: 'dead code', command: bin('knip'), args: [] },
  { name: 'build', command: process.execPath, args: ['deploy/prepare.mjs', 'build'] },
];
const tests = {
  name: 'tests',
  command: bin('vitest'),
  args: ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...process.argv.slice(2)],
};

/** The programs that were found, so that tests do not look for them again. */
const environment = { ...process.env, NO_COLOR: '1', CHROMIUM_PATH: findChromium() ?? '', REDIS_SERVER: findRedis() ?? '' };

let running;
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => running?.kill(signal));

function perform({ name, command, args }) {
  const began = Date.now();
  console.log(`\n▶ ${name}`);
  return new Promise((resolve) => {
    running = spawn(command, args, { cwd: root, stdio: 'inherit', env: environment });
    running.on('error', (error) => {
      console.error(String(error));
      resolve(false);
    });
    running.on('close', (code) => {
      console.log(`${code === 0 ? '✓' : '✗'} ${name} (${((Date.now() - began) / 1000).toFixed(1)} s)`);
      resolve(code === 0);
    });
  });
}

function countTests(clean) {
  try {
    const { numPassedTests, numFailedTests, numPendingTests, testResults } = JSON.parse(readFileSync(report, 'utf8'));
    const unloaded = testResults.filter(
      (file) => file.status === 'failed' && file.assertionResults.every((test) => test.status !== 'failed'),
    ).length;
    if (numPendingTests > 0) console.log(`${numPendingTests} tests were skipped`);
    const failed = numFailedTests + unloaded;
    return { passed: numPassedTests, failed: failed === 0 && (!clean || numPassedTests === 0) ? 1 : failed };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

const results = [];
for (const check of checks) results.push({ name: check.name, good: await perform(check) });
const counted = countTests(await perform(tests));
rmSync(scratch, { recursive: true, force: true });

const bad = results.filter((result) => !result.good).map((result) => result.name);
if (bad.length > 0) console.log(`\nfailed: ${bad.join(', ')}`);
const failed = counted.failed + bad.length;
console.log(`\n${counted.passed + results.length - bad.length} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
