// Draws the state of a case onto an open viewer and changes only what changed. Works on a Stage, knows nothing of React.
import type { OverlayPlace, Stage } from './bpmn-js.ts';
import { flowChanges, type Mark, type MarkChange, type Marks, markChanges, markSigns } from './marks.ts';

export interface Drawn {
  readonly marks: Marks;
  readonly takenFlows: readonly string[];
  readonly selected?: string;
  readonly markWords: Readonly<Record<Mark, string>>;
}

export interface DrawnCase {
  show(next: Drawn): void;
}

const badge = (mark: Mark, words: string, wide: boolean): HTMLElement => {
  const el = document.createElement('span');
  el.className = `gc-badge gc-badge--${mark}${wide ? '' : ' gc-badge--small'}`;
  el.title = words;
  const sign = document.createElement('span');
  sign.setAttribute('aria-hidden', 'true');
  sign.textContent = markSigns[mark];
  const text = document.createElement('span');
  text.className = wide && mark !== 'done' ? 'gc-badge__text' : 'gc-unseen';
  text.textContent = words;
  el.append(sign, text);
  return el;
};

/** Where labels, icons and flows are least covered: the free corner of a gateway's or event's box, the upper right of a done task. */
function placeOf(mark: Mark, wide: boolean): OverlayPlace['position'] {
  if (!wide) return { top: -4, left: -5 };
  return mark === 'done' ? { top: -11, right: 20 } : { top: -12, left: 8 };
}

export function newDrawnCase(stage: Stage): DrawnCase {
  let drawn: Drawn | undefined;
  const badges = new Map<string, string>();
  const known = (id: string): boolean => stage.get('elementRegistry').get(id) !== undefined;
  const canvas = stage.get('canvas');

  const applyMark = (change: MarkChange, words: Drawn['markWords']): void => {
    if (!known(change.element)) return;
    if (change.from) canvas.removeMarker(change.element, `gc-mark-${change.from}`);
    const old = badges.get(change.element);
    if (old !== undefined) stage.get('overlays').remove(old);
    badges.delete(change.element);
    if (!change.to) return;
    canvas.addMarker(change.element, `gc-mark-${change.to}`);
    const wide = (stage.get('elementRegistry').get(change.element)?.width ?? 0) >= 80;
    const html = badge(change.to, words[change.to], wide);
    const place: OverlayPlace = { position: placeOf(change.to, wide), scale: { min: change.to === 'done' ? 0.45 : 0.75, max: 1.4 }, html };
    badges.set(change.element, stage.get('overlays').add(change.element, 'gc-mark', place));
  };

  return {
    show(next) {
      const sameWords = drawn?.markWords === next.markWords;
      if (drawn && !sameWords) for (const c of markChanges(drawn.marks, {})) applyMark(c, next.markWords);
      for (const c of markChanges(sameWords ? (drawn?.marks ?? {}) : {}, next.marks)) applyMark(c, next.markWords);
      const flows = flowChanges(drawn?.takenFlows ?? [], next.takenFlows);
      for (const id of flows.add) if (known(id)) canvas.addMarker(id, 'gc-taken');
      for (const id of flows.remove) if (known(id)) canvas.removeMarker(id, 'gc-taken');
      if (drawn?.selected !== next.selected) {
        if (drawn?.selected && known(drawn.selected)) canvas.removeMarker(drawn.selected, 'gc-selected');
        if (next.selected && known(next.selected)) canvas.addMarker(next.selected, 'gc-selected');
      }
      drawn = next;
    },
  };
}
