// Puts what the compiler leaves behind beside the compiled server: the numbered migrations, and the right to run the command line.
import { chmodSync, cpSync, rmSync } from 'node:fs';

const from = 'server/adapters/postgres/migrations';
rmSync(`dist/${from}`, { recursive: true, force: true });
cpSync(from, `dist/${from}`, { recursive: true });
chmodSync('dist/server/cli.js', 0o755);
