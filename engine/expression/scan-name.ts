// Does a name stand at this place of the source? White space in a name matches any white space.
export const wordPart = /[\p{ID_Continue}]/uy;

/** The length of a regular expression's match at a place; undefined for none. */
export function lengthAt(pattern: RegExp, source: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.exec(source)?.[0].length;
}

/** Where the name ends, if it stands here as a whole. */
export function matchName(source: string, start: number, name: string): number | undefined {
  let at = start;
  for (const char of name) {
    if (char !== ' ') {
      if (!source.startsWith(char, at)) return undefined;
      at += char.length;
      continue;
    }
    const from = at;
    while (/\s/.test(source[at] ?? '')) at++;
    if (at === from) return undefined;
  }
  const inWord = lengthAt(wordPart, name, name.length - 1) !== undefined && lengthAt(wordPart, source, at) !== undefined;
  return inWord ? undefined : at;
}
