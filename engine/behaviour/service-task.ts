// Service task (BPMN 2.0.2 §13.3.3): offers a job under its topic; a worker completes or fails it.
import { activity } from './activity.ts';
import type { Behaviour } from './stage.ts';
import { waiting } from './user-task.ts';

export const serviceTask: Behaviour = activity(waiting);
