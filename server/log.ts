// Structured logs, one JSON line each, to standard output. Promise: no secrets and no contents of cases: of an error, its kind,
// message and place are written, not what a driver hangs on it (rows, parameters, connection settings).
import { type DestinationStream, type Logger, pino } from 'pino';
import type { Configuration } from './configuration.ts';

interface LoggedError {
  readonly type: string;
  readonly message: string;
  readonly code?: string;
  readonly stack?: string;
}

/** URLs with a password, wherever a message carries one. */
const hidden = (text: string): string => text.replace(/\b([a-z][a-z0-9+.-]*:\/\/[^\s:@/]*):[^\s@/]+@/gi, '$1:***@');

function plain(error: unknown): LoggedError {
  if (!(error instanceof Error)) return { type: typeof error, message: hidden(String(error)) };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  return {
    type: error.name,
    message: hidden(error.message),
    ...(code !== undefined && { code }),
    ...(error.stack !== undefined && { stack: hidden(error.stack) }),
  };
}

export function openLog(configuration: Pick<Configuration, 'logLevel'>, to?: DestinationStream): Logger {
  return pino(
    { level: configuration.logLevel, base: null, serializers: { err: plain }, timestamp: () => `,"time":"${new Date().toISOString()}"` },
    to,
  );
}
