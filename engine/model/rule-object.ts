// A rule object: the numbers and duties of a body's rules of procedure, versioned, named by drawings, pinned by cases.
// Thresholds are exact fractions; `strict` means 过半数 (more than), otherwise 以上 (at least). Civil Code art. 1259.
import { z } from 'zod';
import { supervisionRule } from './dialect.ts';

const words = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });
const key = z.string().regex(/^[a-z][a-z0-9-]{0,63}$/);
export const threshold = z.strictObject({
  numerator: z.number().int().min(1).max(100),
  denominator: z.number().int().min(1).max(100),
  strict: z.boolean(),
});
export type Threshold = z.infer<typeof threshold>;

export const ruleObject = z.strictObject({
  key,
  version: z.number().int().positive(),
  title: words,
  /** Where the numbers come from; "set me" entries are named here. */
  sources: z.array(z.strictObject({ topic: z.string(), source: z.string(), setMe: z.boolean().default(false) })).default([]),
  deliberation: z
    .strictObject({
      body: key,
      quorum: z.strictObject({ ordinary: threshold, major: threshold }),
      /** Base of quorum and pass: entitled 应到会, present 到会. */
      pass: threshold.extend({ of: z.enum(['entitled', 'present']) }),
      /** Recused members stay in the base (stricter). */
      recusedCounted: z.boolean().default(true),
      opinions: z.array(z.enum(['agree', 'disagree', 'postpone'])).min(2),
      ballots: z.array(z.enum(['agree', 'disagree', 'abstain'])).min(2),
      ballotMethod: z.literal('open'),
      /** Big split: yes and no opinions differ by at most this, or at least this share says 缓议. */
      split: z.strictObject({ marginAtMost: z.number().int().min(0), postponeAtLeast: threshold }),
      chiefLast: z.literal(true),
    })
    .optional(),
  notice: z.strictObject({ meetingWorkingDays: z.number().int().min(0), paperWorkingDays: z.number().int().min(0) }).optional(),
  /** Steps, by kind (gc:step), that may not be drawn without this supervision. */
  supervised: z.array(z.strictObject({ kind: key, reason: words, ...supervisionRule.shape })).default([]),
  /** Further numbers that FEEL expressions may read as rules.parameters.<name>. */
  parameters: z.record(z.string().regex(/^[A-Za-z_]\w{0,63}$/), z.union([z.number(), z.string(), z.boolean()])).default({}),
});
export type RuleObject = z.infer<typeof ruleObject>;
