// What every answer has in common: problem+json in the reader's language, headers, health, the pages, and the description of the interface.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { refusalTable } from '../../../engine/index.ts';
import { buildHttp } from '../../../server/http/app.ts';
import { allRoutes } from '../../../server/http/routes.ts';
import { knownCodes, languageOf, problemAnswer } from '../../../server/pipeline/answer.ts';
import { type OutcomeCode, serverFaultTable } from '../../../server/pipeline/outcome.ts';
import { temporaryFolder } from '../throw-away.ts';
import { type Asker, askerOf, openHouse } from './open-house.ts';

const house = openHouse();

describe('a refusal', () => {
  test('is problem+json, in Chinese unless English is preferred, with both in it', async () => {
    const zh = await house.nobody.get('/api/cases');
    const en = await house.nobody.get('/api/cases', { 'accept-language': 'fr, en-GB;q=0.9, zh;q=0.5' });
    expect(zh.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    expect([zh.status, zh.body.status, zh.body.code]).toEqual([401, 401, 'session.required']);
    expect(zh.body.detail).toBe('请先登录。');
    expect(en.body.detail).toBe('Please sign in first.');
    expect(en.body.words).toEqual({ zh: '请先登录。', en: 'Please sign in first.' });
    expect(zh.headers.get('cache-control')).toBe('no-store');
  });
  test('the language is the first of the two by weight', () => {
    expect(['en', 'zh-CN,en;q=0.8', 'en;q=0.3,zh-TW;q=0.4', 'de', undefined, 'en;q=0', 'EN-us'].map(languageOf)).toEqual([
      'en',
      'zh',
      'zh',
      'zh',
      'zh',
      'zh',
      'en',
    ]);
  });
  test('every code of both tables has its number and its words; no number is spare', () => {
    const codes = [...Object.keys(serverFaultTable), ...Object.keys(refusalTable)].sort();
    expect([...knownCodes()].sort()).toEqual(codes);
    for (const code of codes as OutcomeCode[]) {
      const { status, body } = problemAnswer({ code }, 'en', (office) => ({ zh: office, en: office }));
      expect(status).toBeGreaterThanOrEqual(400);
      expect(body.words.zh).toMatch(/[一-鿿]/);
      expect(body.words.en).not.toMatch(/[一-鿿]/);
    }
  });
  test('names faults of the shape by field and repeats no value', async () => {
    const answer = await house.nobody.send('POST', '/api/session', { account: '会议秘书', password: 7777 });
    expect([answer.status, answer.body.code]).toEqual([400, 'request.invalid']);
    expect(answer.body.faults.map((f: { field: string }) => f.field)).toEqual(['password']);
    expect(answer.text).not.toContain('7777');
  });
  test('malformed, poisoned, oversized and foreign bodies are refused', async () => {
    const codeOf = async (body: string, type = 'application/json') =>
      (await house.nobody.send('POST', '/api/session', body, { 'content-type': type })).body.code;
    expect(await codeOf('{')).toBe('request.invalid');
    expect(await codeOf('{"__proto__":{"account":"a"},"account":"a","password":"b"}')).toBe('request.invalid');
    expect(await codeOf(JSON.stringify({ account: 'a', password: 'x'.repeat(2_300_000) }))).toBe('request.too-large');
    expect(await codeOf('account=a', 'application/x-www-form-urlencoded')).toBe('request.media-type');
    expect(await codeOf('{}', 'text/plain')).toBe('request.media-type');
  });
  test('a bug says nothing of the inside', async () => {
    const broken = await buildHttp({
      services: {
        ...house.services,
        views: { ...house.services.views, procedures: () => Promise.reject(new Error('secret: /etc/passwd select')) },
      },
      health: { ready: () => Promise.reject(new Error('secret')) },
      https: false,
    });
    const answer = await broken.inject({ url: '/api/public/procedures' });
    expect([answer.statusCode, answer.json().code]).toEqual([500, 'server.failed']);
    expect(answer.body).not.toContain('secret');
    const ready = await broken.inject({ url: '/readyz' });
    expect([ready.statusCode, ready.body]).toEqual([503, 'not ready\n']);
    await broken.close();
  });
});

describe('headers', () => {
  test('own scripts only, no frames, no sniffing, a request id', async () => {
    const { headers } = await house.nobody.get('/api/session');
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('upgrade-insecure-requests');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    expect(headers.get('strict-transport-security')).toBeNull();
  });
  test('over https the cookie is __Host- and Secure, and the browser is told to stay there', async () => {
    const app = await buildHttp({ services: house.services, health: { ready: async () => undefined }, https: true });
    const { demoPassword } = await import('../../../server/features/demo/town.ts');
    const answer = await app.inject({
      method: 'POST',
      url: '/api/session',
      headers: { 'x-guicheng': '1', origin: 'https://localhost:80', host: 'localhost:80' },
      payload: { account: '会议秘书', password: demoPassword },
    });
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['set-cookie']).toMatch(/^__Host-gc=.*Path=\/.*Secure/);
    expect(answer.headers['set-cookie']).not.toContain('Domain');
    expect(answer.headers['strict-transport-security']).toContain('max-age=31536000');
    await app.close();
  });
});

describe('the pages', () => {
  const folder = temporaryFolder();
  let site: Asker;
  let close: () => Promise<void>;
  beforeAll(async () => {
    mkdirSync(join(folder.path, 'assets'));
    writeFileSync(join(folder.path, 'index.html'), '<!doctype html><title>规程</title>');
    writeFileSync(join(folder.path, 'assets', 'app-1a2b.js'), 'export {}');
    writeFileSync(join(folder.path, '..', 'beside.txt'), 'not for anybody');
    const app = await buildHttp({ services: house.services, health: { ready: async () => undefined }, https: false, pages: folder.path });
    site = askerOf(await app.listen({ port: 0, host: '127.0.0.1' }), '');
    close = () => app.close();
  });
  afterAll(async () => {
    await close();
    folder.remove();
  });
  test('every address of the application gives index.html, never cached; assets are kept for ever', async () => {
    for (const path of ['/', '/cases/1', '/index.html', '/public/procedures/x.y']) {
      const page = await site.get(path);
      expect([page.status, page.headers.get('cache-control')]).toEqual([200, 'no-store']);
      expect(page.text).toContain('规程');
    }
    const asset = await site.get('/assets/app-1a2b.js');
    expect([asset.status, asset.headers.get('cache-control')]).toEqual([200, 'public, max-age=31536000, immutable']);
  });
  test('a missing asset, an unknown address of the interface and other methods are not pages', async () => {
    expect((await site.get('/assets/gone.js')).status).toBe(404);
    expect((await site.get('/api/nothing')).body.code).toBe('resource.unknown');
    expect((await site.send('POST', '/cases')).status).toBe(404);
    expect((await site.get('/..%2fbeside.txt')).text).not.toContain('not for anybody');
    expect((await site.get('/assets/..%2f..%2fbeside.txt')).text).not.toContain('not for anybody');
    expect((await site.get('/%')).status).toBeLessThan(500);
  });
});

describe('health', () => {
  test('healthz and readyz answer in plain text', async () => {
    expect((await house.nobody.get('/healthz')).text).toBe('ok\n');
    expect((await house.nobody.get('/readyz')).text).toBe('ready\n');
  });
});

describe('the description of the interface', () => {
  test('is OpenAPI 3.1, lists every route under its own name, and every reference in it leads somewhere', async () => {
    const { body } = await house.nobody.get('/api/openapi.json');
    expect(body.openapi).toMatch(/^3\.1/);
    const listed = Object.entries(body.paths as Record<string, object>).flatMap(([path, methods]) =>
      Object.keys(methods).map((m) => `${m.toUpperCase()} ${path}`),
    );
    expect(listed.sort()).toEqual(allRoutes.map((r) => `${r.method} ${r.path.replaceAll(/:(\w+)/g, '{$1}')}`).sort());
    const operations = Object.values(body.paths as Record<string, Record<string, { operationId: string; responses: object }>>).flatMap(
      (p) => Object.values(p),
    );
    expect(new Set(operations.map((o) => o.operationId)).size).toBe(operations.length);
    for (const o of operations) expect(Object.keys(o.responses).length).toBeGreaterThan(1);
    const references = [...JSON.stringify(body).matchAll(/"\$ref":"#\/([^"]+)"/g)].map((m) => m[1] ?? '');
    for (const reference of references)
      expect(
        reference.split('/').reduce((at: unknown, step) => (at as Record<string, unknown>)?.[step], body),
        reference,
      ).toBeDefined();
  });
  test('has a page to read it', async () => {
    const page = await house.nobody.get('/api/docs/');
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
  });
});
