// A process of ours that uses the embedded server until it is killed: says on standard output how it got it, then waits.
import { startEmbedded } from '../../../server/adapters/postgres/embedded.ts';

const server = await startEmbedded(process.argv[2] ?? '');
process.stdout.write(`${server.how}\n`);
process.on('SIGTERM', () => void server.stop().then(() => process.exit(0)));
setInterval(() => undefined, 60_000);
