// Door of the tasks feature.
import { completeTaskRoute } from './complete-task.ts';
import { listTasks } from './list-tasks.ts';
import { readTask } from './read-task.ts';

export const taskRoutes = [listTasks, readTask, completeTaskRoute] as const;
