// Badges at the shapes that have problems: a number to see, the texts on hover and on focus. Works on a Stage, knows nothing of React.
import type { Stage } from './bpmn-js.ts';
import { byElement, type ShownProblem } from './problem-places.ts';

const overlayType = 'gc-problem';
const marker = 'gc-has-problem';

function badgeOf(texts: readonly string[], label: string): HTMLElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'gc-problem';
  button.setAttribute('aria-label', `${label} ${texts.join(' ')}`);
  const sign = document.createElement('span');
  sign.className = 'gc-problem__sign';
  sign.textContent = texts.length > 1 ? `! ${texts.length}` : '!';
  const bubble = document.createElement('span');
  bubble.className = 'gc-problem__text';
  bubble.setAttribute('aria-hidden', 'true');
  for (const text of texts) {
    const line = document.createElement('span');
    line.textContent = text;
    bubble.append(line);
  }
  button.append(sign, bubble);
  return button;
}

/** The middle of a flow's longest piece, relative to the flow's box: at its ends the badge would seem to belong to a step. */
function middleOf(points: readonly { readonly x: number; readonly y: number }[]): { readonly top: number; readonly left: number } {
  const pieces = points.slice(1).map((to, i) => ({ from: points[i] ?? to, to }));
  const length = (p: (typeof pieces)[number]): number => Math.hypot(p.to.x - p.from.x, p.to.y - p.from.y);
  const [longest] = [...pieces].sort((a, b) => length(b) - length(a));
  if (!longest) return { top: -10, left: -10 };
  const left = (longest.from.x + longest.to.x) / 2 - Math.min(...points.map((p) => p.x));
  const top = (longest.from.y + longest.to.y) / 2 - Math.min(...points.map((p) => p.y));
  return { top: top - 10, left: left - 10 };
}

export interface BadgeWords {
  readonly language: 'zh' | 'en';
  readonly label: string;
}

/** Replaces all badges. Problems whose element has no shape are left to the list. */
export function showProblemBadges(
  stage: Stage,
  problems: readonly ShownProblem[],
  words: BadgeWords,
  onSelect: (element: string) => void,
): void {
  const registry = stage.get('elementRegistry');
  const canvas = stage.get('canvas');
  stage.get('overlays').remove({ type: overlayType });
  for (const shape of registry.getAll()) if (shape.parent) canvas.removeMarker(shape.id, marker);
  for (const [element, found] of byElement(problems)) {
    const shape = registry.get(element);
    if (!shape?.parent) continue;
    canvas.addMarker(element, marker);
    const html = badgeOf(
      found.map((p) => p.message[words.language]),
      words.label,
    );
    html.addEventListener('click', (event) => {
      event.stopPropagation();
      onSelect(element);
    });
    const middle = { position: shape.waypoints ? middleOf(shape.waypoints) : { top: -12, left: -12 } };
    stage.get('overlays').add(element, overlayType, { ...middle, scale: { min: 0.8, max: 1.2 }, html });
  }
}
