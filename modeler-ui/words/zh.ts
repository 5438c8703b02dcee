// 全部可见文字的中文。Promise: the shape of this table is the shape of every language; a key missing elsewhere does not compile.
import type { SameKeys } from './same-keys.ts';
import { cases } from './zh/cases.ts';
import { drafter } from './zh/drafter.ts';
import { open } from './zh/open.ts';
import { shell } from './zh/shell.ts';
import { work } from './zh/work.ts';

export type Language = 'zh' | 'en';

export const zh = { ...shell, ...work, ...cases, ...open, ...drafter };

/** Section → key → text; the same keys in every language. */
export type Vocabulary = SameKeys<typeof zh>;
