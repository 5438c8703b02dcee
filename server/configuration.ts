// Configuration from the environment, checked before anything starts. Every fault names its variable and what it may be.
import { z } from 'zod';

const flag = z.stringbool({ truthy: ['1', 'true', 'on', 'yes'], falsy: ['0', 'false', 'off', 'no', ''] });
const isZone = (zone: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
};

const environment = z.object({
  /** Port of the web server; 0 takes a free one. */
  PORT: z.coerce.number().int().min(0).max(65_535).default(8080),
  HOST: z.string().min(1).default('127.0.0.1'),
  /** Folder of the embedded database. */
  GUICHENG_DATA: z.string().min(1).optional(),
  /** A PostgreSQL 15 or newer in place of the embedded one. */
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\/./)
    .optional(),
  /** A Redis for the queue; without it the queue is on PostgreSQL. */
  REDIS_URL: z
    .string()
    .regex(/^(rediss?:\/\/.|\/)/)
    .optional(),
  GUICHENG_DEMO: flag.default(false),
  /** Zone in which days are counted. */
  GUICHENG_ZONE: z.string().refine(isZone).default('Asia/Shanghai'),
  /** Browsers reach this server over https (itself or through a proxy). */
  GUICHENG_HTTPS: flag.default(false),
  /** Behind a reverse proxy whose X-Forwarded-* headers are to be believed. */
  GUICHENG_PROXY: flag.default(false),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
});

export interface Configuration {
  readonly port: number;
  readonly host: string;
  readonly data?: string;
  readonly databaseUrl?: string;
  readonly redisUrl?: string;
  readonly demo: boolean;
  readonly zone: string;
  readonly https: boolean;
  readonly behindProxy: boolean;
  readonly logLevel: z.infer<typeof environment>['LOG_LEVEL'];
}

const wanted: Readonly<Record<string, string>> = {
  PORT: '0–65535',
  HOST: '127.0.0.1, 0.0.0.0 …',
  GUICHENG_DATA: '目录 a folder',
  DATABASE_URL: 'postgresql://user:password@host:5432/database',
  REDIS_URL: 'redis://host:6379',
  GUICHENG_DEMO: '1 / 0',
  GUICHENG_ZONE: 'Asia/Shanghai',
  GUICHENG_HTTPS: '1 / 0',
  GUICHENG_PROXY: '1 / 0',
  LOG_LEVEL: 'fatal error warn info debug silent',
};

export class ConfigurationError extends Error {
  override name = 'ConfigurationError';
}

/** An empty variable counts as not set. The value itself is never repeated: it may hold a password. */
export function readConfiguration(env: Readonly<Record<string, string | undefined>>): Configuration {
  const given = Object.fromEntries(Object.entries(env).filter(([name, value]) => name in wanted && value !== undefined && value !== ''));
  const parsed = environment.safeParse(given);
  if (!parsed.success) {
    const names = [...new Set(parsed.error.issues.map((issue) => String(issue.path[0])))];
    throw new ConfigurationError(
      names.map((name) => `环境变量 ${name} 不正确，应为：${wanted[name]}。 ${name} is not right; wanted: ${wanted[name]}.`).join('\n'),
    );
  }
  const v = parsed.data;
  return {
    port: v.PORT,
    host: v.HOST,
    ...(v.GUICHENG_DATA !== undefined && { data: v.GUICHENG_DATA }),
    ...(v.DATABASE_URL !== undefined && { databaseUrl: v.DATABASE_URL }),
    ...(v.REDIS_URL !== undefined && { redisUrl: v.REDIS_URL }),
    demo: v.GUICHENG_DEMO,
    zone: v.GUICHENG_ZONE,
    https: v.GUICHENG_HTTPS,
    behindProxy: v.GUICHENG_PROXY,
    logLevel: v.LOG_LEVEL,
  };
}
