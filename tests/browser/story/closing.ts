// After the ballot: record and minutes by two hands, compared and cosigned, assigned, disclosed, archived.
import { answers } from './proposal.ts';
import type { Story } from './story.ts';

export async function decisionIsRecordedAndAssigned(story: Story): Promise<void> {
  await story.completes('party-recorder', 'Task_Record', answers.Task_Record);
  await story.completes('discipline-recorder', 'Task_Minutes', answers.Task_Minutes);
  await story.completes('meeting-secretary', 'Task_Compare', answers.Task_Compare);
  await story.takesPart('discipline-secretary', 'Task_Compare', 'cosign');
  await story.completes('supervision-office', 'Task_Assign', answers.Task_Assign);
  await story.completes('disclosure-officer', 'Task_Disclosure', answers.Task_Disclosure);
}

/** The last act: the case leaves the lists of running cases. */
export async function caseIsArchived(story: Story): Promise<void> {
  story.watch = undefined;
  await story.completes('archivist', 'Task_Archive', answers.Task_Archive);
}
