// Options that every diagram of ours shares: our translation and a font stack that has Chinese.
import type { StageOptions } from './bpmn-js.ts';
import type { Translator } from './translate.ts';

const fontFamily = '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", Arial, sans-serif';

export function sharedOptions(container: HTMLElement, translator: Translator): StageOptions {
  return {
    container,
    moddleExtensions: {},
    additionalModules: [
      { translate: ['value', translator.translate] },
      { 'config.textRenderer': ['value', { defaultStyle: { fontFamily, fontSize: 12 }, externalStyle: { fontFamily, fontSize: 12 } }] },
    ],
  };
}
