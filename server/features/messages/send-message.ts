// POST /api/messages: a message from outside reaches the one case that waits for it, or starts a case.
import { messageDelivered, outsideMessage } from '../../contract/messages.ts';
import { receiveMessage } from '../../pipeline/receive-message.ts';
import { routesOf } from '../../pipeline/route.ts';
import type { Services } from '../../pipeline/services.ts';

export const sendMessage = routesOf<Services>().json({
  method: 'POST',
  path: '/api/messages',
  policy: ['secretary'],
  says: { zh: '转入外部消息', en: 'Bring in a message from outside' },
  body: outsideMessage,
  answer: messageDelivered,
  handle: (services, { body, reader, at, key }) => {
    const { name, variables, key: correlation, case: only } = body;
    const message = { name, variables, ...(correlation !== undefined && { key: correlation }), ...(only !== undefined && { case: only }) };
    return receiveMessage(services, { message, reader, at, ...(key !== undefined && { idempotencyKey: key }) });
  },
});
