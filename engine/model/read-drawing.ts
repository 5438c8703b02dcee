// A BPMN file → the frozen graph, or the problems for which it is refused. The door of this room.
// Promise: strict (nothing of the file is skipped unseen), bounded (size, depth, time), safe (no DOCTYPE, ids as Map keys only),
// resolves always. Only the parse is asynchronous.
import { problemList } from './problem-list.ts';
import { type DrawingRead, readDefinitions } from './read-definitions.ts';
import { readXml } from './read-xml.ts';

export function readDrawing(xml: string): Promise<DrawingRead> {
  const { report, found } = problemList();
  return readXml(xml, report).then((definitions) => {
    if (!definitions) return { problems: found };
    const read = readDefinitions(definitions);
    // What only the text shows (a value that the parser misread, a child that it dropped) refuses the drawing too.
    return found.length === 0 ? read : { ...(read.sketch ? { sketch: read.sketch } : {}), problems: [...found, ...read.problems] };
  });
}
