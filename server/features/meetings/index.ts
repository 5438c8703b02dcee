// Door of the meetings feature.
import { declareRecusalRoute } from './declare-recusal.ts';
import { listMeetings } from './list-meetings.ts';
import { signInMemberRoute } from './sign-in-member.ts';

export const meetingRoutes = [listMeetings, signInMemberRoute, declareRecusalRoute] as const;
