// All visible text in English. A key missing or spare against zh does not compile.
import { cases } from './en/cases.ts';
import { drafter } from './en/drafter.ts';
import { open } from './en/open.ts';
import { shell } from './en/shell.ts';
import { work } from './en/work.ts';
import type { Vocabulary } from './zh.ts';

export const en: Vocabulary = { ...shell, ...work, ...cases, ...open, ...drafter };
