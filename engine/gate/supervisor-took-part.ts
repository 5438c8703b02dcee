// The supervisor took part: before or during the step. What comes after the step is held, not refused (activity-life).
// Of a multi-instance step the supervision is asked once, of the whole: attendance and whatever comes before bind each instance.
import { pendingSupervision } from '../behaviour/activity-life.ts';
import { refuse } from '../execution/refusal.ts';
import { type Gate, wholeOf } from './attempt.ts';

export const supervisorTookPart: Gate = ({ stage, live, task, node }) => {
  const own = pendingSupervision(task).filter((s) => s.when !== 'after');
  const whole = wholeOf(stage, live);
  const ofWhole = whole ? pendingSupervision(whole).filter((s) => s.when === 'before' || (s.mode === 'attend' && s.when === 'during')) : [];
  const awaited = [...own, ...ofWhole];
  return awaited.length > 0 ? refuse('gate.supervisor-awaited', { element: node.id, awaited }) : undefined;
};
