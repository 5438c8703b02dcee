// Shapes that every feature's answers share. The wire carries ISO 8601 UTC instants and integer 分.
import { z } from 'zod';

export const words = z.object({ zh: z.string(), en: z.string() });
export const instant = z.iso.datetime();
export const caseId = z.uuid();
export const procedureKey = z.string().regex(/^[A-Za-z_][\w.-]{0,127}$/);
/** Anything JSON can say, bounded by the body limit. */
export const anyJson = z.json();
// Named once, because it contains itself: the description of the interface refers to it.
z.globalRegistry.add(anyJson, { id: 'Json' });
export const variables = z.record(z.string(), anyJson);

export const page = z.object({
  page: z.coerce.number().int().min(1).max(10_000).default(1),
  size: z.coerce.number().int().min(1).max(100).default(20),
  search: z.string().max(100).optional(),
});
export const paged = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), total: z.number().int(), page: z.number().int(), size: z.number().int() });

export const awaited = z.object({
  office: z.string(),
  officeName: words,
  mode: z.enum(['attend', 'cosign', 'review', 'inform']),
  when: z.enum(['before', 'during', 'after']),
});
export const drawingProblem = z.object({ code: z.string(), element: z.string(), message: words });
export const fieldFault = z.object({ field: z.string(), message: words });

/** RFC 9457 problem+json; `detail` is in the reader's language (Accept-Language), `words` holds both. */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string(),
  code: z.string(),
  words,
  element: z.string().optional(),
  awaited: z.array(awaited).optional(),
  faults: z.array(fieldFault).optional(),
  problems: z.array(drawingProblem).optional(),
});
export type Problem = z.infer<typeof problem>;
