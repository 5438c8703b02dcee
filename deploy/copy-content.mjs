// Puts what the compiler leaves behind beside the compiled server: the numbered migrations.
import { cpSync, rmSync } from 'node:fs';

const from = 'server/adapters/postgres/migrations';
rmSync(`dist/${from}`, { recursive: true, force: true });
cpSync(from, `dist/${from}`, { recursive: true });
