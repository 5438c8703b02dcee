// The class of a matter (三重一大 …) in words; a class this page does not know is shown as it is.
import { useWords } from '../../words/language.ts';
import type { Vocabulary } from '../../words/zh.ts';

const known: readonly (keyof Vocabulary['matter'])[] = ['major-decision', 'appointment', 'major-project', 'large-fund', 'ordinary'];

export function useMatterWord(): (matterClass: string) => string {
  const { t } = useWords();
  return (matterClass) => {
    const found = known.find((k) => k === matterClass);
    return found ? t(`matter.${found}`) : matterClass;
  };
}
