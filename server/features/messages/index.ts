// Door of the messages feature.
import { sendMessage } from './send-message.ts';

export const messageRoutes = [sendMessage] as const;
