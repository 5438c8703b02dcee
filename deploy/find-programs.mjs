// Where the programs are that the tests use and npm does not bring: a Chromium, a Redis server, a font with Chinese characters.
// Promise: only looks, starts nothing that stays; a name in the environment (CHROMIUM_PATH, REDIS_SERVER) comes first. Imports node: modules only.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import process from 'node:process';

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

const onPath = (names) =>
  names.flatMap((name) => (process.env.PATH || '').split(delimiter).map((folder) => join(folder, name))).find((path) => isProgram(path));

const firstOf = (paths) => paths.filter(Boolean).find((path) => isProgram(path));

export const findChromium = () =>
  firstOf([process.env.CHROMIUM_PATH, '/usr/bin/chromium']) ||
  onPath(['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']) ||
  firstOf(['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium']);

export const findRedis = () => firstOf([process.env.REDIS_SERVER]) || onPath(['redis-server']);

/** Fontconfig's answer where it is installed; macOS has Chinese fonts of its own. */
export function hasChineseFont() {
  if (process.platform === 'darwin') return true;
  const asked = spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' });
  if (asked.status === 0) return asked.stdout.trim() !== '';
  const fonts = '/usr/share/fonts';
  return existsSync(fonts) && readdirSync(fonts, { recursive: true }).some((file) => /cjk|wqy|han/i.test(String(file)));
}
