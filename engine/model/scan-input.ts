// Refuses dangerous or unreadable input before the parser sees it, in one pass over the text and without building anything.
// Promise: what passes is at most 2 MB, 10,000 elements, 64 levels and 64 namespaces, has no DOCTYPE and no foreign entity, and is
// lexically well-formed; what the parser would misread in silence (isSequential="1", two conditions on one flow, &#x20000;) is
// reported. Linear in the length of the text. Not done here: which element may stand where; that is the parser's to say.
import { bpmnNamespace, type Metamodel } from './metamodel.ts';
import type { Report } from './problems.ts';

export const inputLimits = { bytes: 2 * 1024 * 1024, elements: 10_000, depth: 64, namespaces: 64 } as const;

/** Where each element of the text stands, so that the parser's complaints about a position find their element. */
export interface Outline {
  /** Ascending; the arrays are parallel. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** Index of the enclosing element, -1 for the root. */
  readonly parents: readonly number[];
  readonly tags: readonly string[];
  /** The element's own id, or "". */
  readonly ids: readonly string[];
  /** Id of the nearest element, itself included, that people can see. */
  readonly hosts: readonly string[];
}

interface Scan {
  readonly xml: string;
  readonly metamodel: Metamodel;
  readonly report: Report;
  readonly bpmnPrefixes: ReadonlySet<string>;
  readonly namespaces: Set<string>;
  readonly outline: { [K in keyof Outline]: Outline[K][number][] };
  /** Indexes of the elements that are open now. */
  readonly open: number[];
  /** For each open element: slots that already have their one child. */
  readonly filled: (Set<string> | undefined)[];
  /** Offset of the next "&" not yet looked at; looked for once, so that the pass stays linear. */
  nextAmp: number;
}

const name = String.raw`[A-Za-z_:][\w:.-]*`;
const openTag = new RegExp(`<(${name})`, 'y');
const closeTag = new RegExp(`</(${name})\\s*>`, 'y');
const attribute = new RegExp(String.raw`\s+(${name})=("[^"<]*"|'[^'<]*')`, 'y');
const tagEnd = /\s*(\/?)>/y;
const badEntity = /&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[0-9a-fA-F]{1,6});)[^;\s]{0,20};?|&#(?:x([0-9a-fA-F]+)|(\d+));/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: XML forbids exactly these.
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;

/** The outline of a text that may be parsed; undefined when it was refused outright. */
export function scanInput(xml: string, metamodel: Metamodel, report: Report): Outline | undefined {
  const bytes = xml.length > inputLimits.bytes ? xml.length : new TextEncoder().encode(xml).length;
  if (bytes > inputLimits.bytes) {
    report('input.too-large', '', { size: bytes, limit: inputLimits.bytes });
    return undefined;
  }
  const declaration = new RegExp(String.raw`\bxmlns(?::([\w.-]+))?=["']${bpmnNamespace.replaceAll('.', '\\.')}["']`, 'g');
  const scan: Scan = {
    xml,
    metamodel,
    report,
    bpmnPrefixes: new Set([...xml.matchAll(declaration)].map((match) => match[1] ?? '')),
    namespaces: new Set(),
    outline: { starts: [], ends: [], parents: [], tags: [], ids: [], hosts: [] },
    open: [],
    filled: [],
    nextAmp: xml.indexOf('&'),
  };
  if (forbidden.test(xml))
    return refuse(scan, 'input.not-well-formed', { detail: { zh: '含有控制字符', en: 'it has control characters' } });
  return walk(scan) ? scan.outline : undefined;
}

const hostNow = (scan: Scan): string => {
  const top = scan.open.at(-1);
  return top === undefined ? '' : (scan.outline.hosts[top] ?? '');
};

function refuse(scan: Scan, code: Parameters<Report>[0], facts: Parameters<Report>[2]): undefined {
  scan.report(code, hostNow(scan), facts);
}

const lineAt = (xml: string, offset: number): number => xml.slice(0, offset).split('\n').length;

function malformed(scan: Scan, offset: number): undefined {
  const line = lineAt(scan.xml, offset);
  const near = scan.xml.slice(offset, offset + 30);
  return refuse(scan, 'input.not-well-formed', { detail: { zh: `第 ${line} 行「${near}」附近`, en: `line ${line}, near "${near}"` } });
}

/** True when the whole text could be read. */
function walk(scan: Scan): boolean {
  const { xml } = scan;
  let at = xml.indexOf('<');
  let textFrom = 0;
  while (at !== -1) {
    if (!entitiesAreKnown(scan, textFrom, at)) return false;
    const next = step(scan, at);
    if (next === undefined) return false;
    textFrom = next;
    at = xml.indexOf('<', next);
  }
  if (scan.open.length > 0) {
    malformed(scan, xml.length);
    return false;
  }
  return true;
}

/** Reads the markup at `at`; the offset after it, or undefined when the text is refused. */
function step(scan: Scan, at: number): number | undefined {
  const { xml } = scan;
  switch (xml.charAt(at + 1)) {
    case '!':
      if (xml.startsWith('<!--', at)) return after(scan, at, '-->', 4);
      if (xml.startsWith('<![CDATA[', at)) return after(scan, at, ']]>', 9);
      return refuse(scan, 'input.doctype', {});
    case '?':
      return after(scan, at, '?>', 2);
    case '/':
      return close(scan, at);
    default:
      return openElement(scan, at);
  }
}

function after(scan: Scan, at: number, end: string, skip: number): number | undefined {
  const found = scan.xml.indexOf(end, at + skip);
  return found === -1 ? malformed(scan, at) : found + end.length;
}

function close(scan: Scan, at: number): number | undefined {
  closeTag.lastIndex = at;
  const match = closeTag.exec(scan.xml);
  const top = scan.open.pop();
  scan.filled.pop();
  if (!match || top === undefined || match[1] !== scan.outline.tags[top]) return malformed(scan, at);
  scan.outline.ends[top] = closeTag.lastIndex;
  return closeTag.lastIndex;
}

function openElement(scan: Scan, at: number): number | undefined {
  const { xml, outline } = scan;
  openTag.lastIndex = at;
  const tag = openTag.exec(xml)?.[1];
  if (tag === undefined) return malformed(scan, at);
  if (outline.starts.length >= inputLimits.elements) return refuse(scan, 'input.too-many-elements', { limit: inputLimits.elements });
  if (scan.open.length >= inputLimits.depth) return refuse(scan, 'input.too-deep', { limit: inputLimits.depth });

  const attributes = readAttributes(scan, openTag.lastIndex);
  if (!attributes) return undefined;
  tagEnd.lastIndex = attributes.end;
  const end = tagEnd.exec(xml);
  if (!end) return malformed(scan, at);

  const id = attributes.values.get('id') ?? '';
  const colon = tag.indexOf(':');
  const local = tag.slice(colon + 1);
  const isBpmn = scan.bpmnPrefixes.has(colon === -1 ? '' : tag.slice(0, colon));
  const host = id !== '' && isBpmn && scan.metamodel.hostTags.has(local) ? id : hostNow(scan);
  if (isBpmn) {
    checkRawValues(scan, attributes.values, host);
    checkSingle(scan, tag, local);
  }
  const index = outline.starts.push(at) - 1;
  outline.ends.push(tagEnd.lastIndex);
  outline.parents.push(scan.open.at(-1) ?? -1);
  outline.tags.push(tag);
  outline.ids.push(id);
  outline.hosts.push(host);
  if (end[1] === '') {
    scan.open.push(index);
    scan.filled.push(undefined);
  }
  return tagEnd.lastIndex;
}

function readAttributes(scan: Scan, from: number): { readonly values: ReadonlyMap<string, string>; readonly end: number } | undefined {
  const values = new Map<string, string>();
  let end = from;
  attribute.lastIndex = from;
  for (let match = attribute.exec(scan.xml); match; match = attribute.exec(scan.xml)) {
    const key = match[1] ?? '';
    const value = (match[2] ?? '').slice(1, -1);
    if (values.has(key) || key === '__proto__') return malformed(scan, end);
    if (key.startsWith('xmlns')) {
      scan.namespaces.add(`${key}=${value}`);
      if (scan.namespaces.size > inputLimits.namespaces)
        return refuse(scan, 'input.too-many-namespaces', { limit: inputLimits.namespaces });
    }
    values.set(key, value);
    end = attribute.lastIndex;
  }
  return entitiesAreKnown(scan, from, end) ? { values, end } : undefined;
}

function checkRawValues(scan: Scan, values: ReadonlyMap<string, string>, host: string): void {
  for (const [key, value] of values) {
    if (scan.metamodel.booleans.has(key) && value !== 'true' && value !== 'false')
      scan.report('attribute.value', host, { attribute: key, value, allowed: 'true / false' });
    if (scan.metamodel.integers.has(key) && !/^\d{1,9}$/.test(value))
      scan.report('attribute.value', host, { attribute: key, value, allowed: { zh: '非负整数', en: 'a whole number' } });
  }
}

/** Of two conditions on one flow the parser keeps the last and says nothing. */
function checkSingle(scan: Scan, tag: string, local: string): void {
  const slot = scan.metamodel.singles.get(local);
  const top = scan.filled.length - 1;
  if (slot === undefined || top < 0) return;
  const filled = scan.filled[top] ?? new Set<string>();
  scan.filled[top] = filled;
  if (filled.has(slot)) scan.report('element.repeated', hostNow(scan), { tag });
  filled.add(slot);
}

function entitiesAreKnown(scan: Scan, from: number, to: number): boolean {
  if (scan.nextAmp !== -1 && scan.nextAmp < from) scan.nextAmp = scan.xml.indexOf('&', from);
  if (scan.nextAmp === -1 || scan.nextAmp >= to) return true;
  for (const match of scan.xml.slice(scan.nextAmp, to).matchAll(badEntity)) {
    const code = match[1] ? Number.parseInt(match[1], 16) : match[2] ? Number(match[2]) : undefined;
    // The parser folds character numbers above 0xFFFF into 16 bits.
    const readable =
      code !== undefined &&
      (code === 9 || code === 10 || code === 13 || (code >= 0x20 && code < 0xd800) || (code > 0xdfff && code < 0xfffe));
    if (readable) continue;
    refuse(scan, 'input.entity', { text: match[0] });
    return false;
  }
  return true;
}
