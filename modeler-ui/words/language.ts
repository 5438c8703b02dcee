// The reader's language and the texts in it. zh is the default; the choice is remembered on this device.
import i18next from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';
import { en } from './en.ts';
import { type Language, type Vocabulary, zh } from './zh.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: Vocabulary };
  }
}

const place = 'guicheng.language';

function remembered(): Language {
  try {
    return globalThis.localStorage?.getItem(place) === 'en' ? 'en' : 'zh';
  } catch {
    return 'zh';
  }
}

export const currentLanguage = (): Language => (i18next.language === 'en' ? 'en' : 'zh');

function announce(language: string): void {
  if (typeof document !== 'undefined') document.documentElement.lang = language === 'en' ? 'en' : 'zh-CN';
}

export function startLanguage(language: Language = remembered()): void {
  i18next.on('languageChanged', announce);
  void i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    resources: { zh: { translation: zh }, en: { translation: en } },
    interpolation: { escapeValue: false },
    initAsync: false,
  });
  announce(language);
}

export function chooseLanguage(language: Language): void {
  try {
    globalThis.localStorage?.setItem(place, language);
  } catch {
    // A device that keeps nothing still gets the language for this visit.
  }
  void i18next.changeLanguage(language);
}

/** The texts, the language, and the reader's side of a bilingual value. */
export function useWords() {
  const { t, i18n } = useTranslation();
  const language: Language = i18n.language === 'en' ? 'en' : 'zh';
  return {
    t,
    language,
    say: (words: { readonly zh: string; readonly en: string }): string => words[language],
    /** Several names in one line, as the language separates them. */
    list: (items: readonly string[]): string => items.join(t('app.comma')),
  };
}
