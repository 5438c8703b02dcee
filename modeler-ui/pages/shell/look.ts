// How antd looks and speaks here: our colours (all with enough contrast), its texts in the reader's language.
import type { ConfigProviderProps, ThemeConfig } from 'antd';
import enUS from 'antd/locale/en_US.js';
import zhCN from 'antd/locale/zh_CN.js';
import type { Language } from '../../words/zh.ts';

type AntdLocale = NonNullable<ConfigProviderProps['locale']>;

/** The module is CommonJS: bundler and Node disagree on where its default is. */
const unwrap = (found: AntdLocale | { default: AntdLocale }): AntdLocale => ('default' in found ? found.default : found);

export const antdLocale = (language: Language): AntdLocale => unwrap(language === 'zh' ? zhCN : enUS);

export const look: ThemeConfig = {
  token: {
    colorPrimary: '#1f4e79',
    colorInfo: '#1f4e79',
    colorLink: '#1f4e79',
    colorError: '#a8201a',
    colorWarning: '#7d4400',
    colorSuccess: '#1c6336',
    colorText: '#1b2430',
    colorTextSecondary: '#515c69',
    colorTextDescription: '#515c69',
    colorTextPlaceholder: '#656f7b',
    colorBorder: '#8b95a1',
    borderRadius: 4,
    fontSize: 15,
    controlHeight: 38,
    fontFamily: 'var(--font)',
  },
};
