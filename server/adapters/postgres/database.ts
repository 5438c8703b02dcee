// The one way to PostgreSQL: a pool of connections, and one more that listens.
// Promises: bigint arrives as number, timestamptz as Date; a lost listening connection is made again and its listener told, because
// it may have missed something. Failures reject with the driver's error (`code` is the SQLSTATE).
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';

/** What `pg` needs to connect: a URL, or the embedded server's socket. */
export type Connection =
  | { readonly connectionString: string }
  | { readonly host: string; readonly port: number; readonly user: string; readonly database: string };

export interface Answer<Row> {
  readonly rows: readonly Row[];
  readonly rowCount: number | null;
}
export interface Queryable {
  query<Row extends object>(text: string, values?: readonly unknown[]): Promise<Answer<Row>>;
}
export interface Database extends Queryable {
  readonly connection: Connection;
  /** All of `work` or nothing. */
  transaction<T>(work: (queryable: Queryable) => Promise<T>): Promise<T>;
  listen(channel: string, listener: () => void): Promise<{ stop(): Promise<void> }>;
  close(): Promise<void>;
}

const bigint = 20;
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) => (oid === bigint && format !== 'binary' ? Number : pg.types.getTypeParser(oid, format)),
};

const over = (client: { query: pg.ClientBase['query'] }): Queryable => ({
  query: async <Row extends object>(text: string, values?: readonly unknown[]) => {
    const { rows, rowCount } = await client.query<Row & pg.QueryResultRow>(text, values ? [...values] : undefined);
    return { rows, rowCount };
  },
});

async function inTransaction<T>(pool: pg.Pool, work: (queryable: Queryable) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken = false;
  try {
    await client.query('begin');
    const result = await work(over(client));
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch(() => (broken = true));
    throw error;
  } finally {
    client.release(broken);
  }
}

/** Keeps one listening connection alive until stopped. */
async function listenForever(connection: Connection, channel: string, listener: () => void): Promise<{ stop(): Promise<void> }> {
  let stopped = false;
  let current: pg.Client | undefined;
  const open = async (): Promise<void> => {
    const client = new pg.Client({ ...connection, application_name: 'guicheng listener', keepAlive: true });
    client.on('notification', listener);
    client.on('error', () => undefined);
    client.on('end', () => void reopen());
    await client.connect();
    await client.query(`listen ${pg.escapeIdentifier(channel)}`);
    current = client;
  };
  const reopen = async (): Promise<void> => {
    current = undefined;
    while (!stopped && !current) {
      await pause(500, undefined, { ref: false });
      if (stopped) return;
      await open().then(listener, () => undefined);
    }
  };
  await open();
  return {
    stop: async () => {
      stopped = true;
      await current?.end();
    },
  };
}

export function openDatabase(connection: Connection, options: { connections?: number } = {}): Database {
  const pool = new pg.Pool({ ...connection, types, max: options.connections ?? 10, application_name: 'guicheng', keepAlive: true });
  // An idle connection that breaks is replaced by the pool; unhandled, the event would end the process.
  pool.on('error', () => undefined);
  let closing: Promise<void> | undefined;
  return {
    ...over(pool),
    connection,
    transaction: (work) => inTransaction(pool, work),
    listen: (channel, listener) => listenForever(connection, channel, listener),
    close: () => (closing ??= pool.end()),
  };
}
