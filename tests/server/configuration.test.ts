// Configuration: what is wrong is named, nothing secret is repeated; logs keep secrets and contents out.
import { describe, expect, it } from 'vitest';
import { ConfigurationError, readConfiguration } from '../../server/configuration.ts';
import { openLog } from '../../server/log.ts';

describe('the configuration', () => {
  it('needs nothing to be set', () => {
    expect(readConfiguration({ PATH: '/bin', PORT: '' })).toEqual({
      port: 8080,
      host: '127.0.0.1',
      demo: false,
      zone: 'Asia/Shanghai',
      https: false,
      behindProxy: false,
      logLevel: 'info',
    });
  });
  it('takes what is set', () => {
    const given = {
      PORT: '0',
      DATABASE_URL: 'postgres://u:p@db/g',
      REDIS_URL: 'redis://r:6379',
      GUICHENG_DEMO: '1',
      GUICHENG_ZONE: 'Europe/Berlin',
      GUICHENG_DATA: '/data',
      GUICHENG_HTTPS: 'yes',
      LOG_LEVEL: 'warn',
    };
    expect(readConfiguration(given)).toMatchObject({
      port: 0,
      databaseUrl: 'postgres://u:p@db/g',
      redisUrl: 'redis://r:6379',
      demo: true,
      zone: 'Europe/Berlin',
      data: '/data',
      https: true,
      logLevel: 'warn',
    });
  });
  it.each([
    ['PORT', '70000'],
    ['PORT', 'http'],
    ['DATABASE_URL', 'mysql://secret:secret@db'],
    ['REDIS_URL', 'localhost'],
    ['GUICHENG_DEMO', 'perhaps'],
    ['GUICHENG_ZONE', 'Mars/Olympus'],
    ['LOG_LEVEL', 'loud'],
  ])('names %s when it is %s, in both languages and without repeating it', (name, value) => {
    const read = (): unknown => readConfiguration({ [name]: value });
    expect(read).toThrow(ConfigurationError);
    expect(read).toThrow(new RegExp(`环境变量 ${name} 不正确.*${name} is not right`));
    expect(read).not.toThrow(new RegExp(value === 'http' ? '“http”' : value));
  });
});

describe('the log', () => {
  const written = (details: object): Record<string, unknown> => {
    const lines: string[] = [];
    openLog({ logLevel: 'info' }, { write: (line) => void lines.push(line) }).error(details, 'it failed');
    return JSON.parse(lines[0] ?? '{}') as Record<string, unknown>;
  };
  it('says of an error its kind, message and place, and not what a driver hangs on it', () => {
    const error = Object.assign(new Error('duplicate key'), {
      code: '23505',
      detail: 'Key (name)=(张三) already exists',
      parameters: ['secret'],
    });
    const line = written({ err: error });
    expect(line).toMatchObject({ msg: 'it failed', err: { message: 'duplicate key', code: '23505' } });
    expect(JSON.stringify(line)).not.toMatch(/张三|secret/);
  });
  it('hides the password of a URL in a message', () => {
    expect(JSON.stringify(written({ err: new Error('cannot reach postgres://guicheng:hunter2@db:5432/g') }))).not.toContain('hunter2');
  });
});
