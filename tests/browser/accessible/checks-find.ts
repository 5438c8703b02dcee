// A page on which everything is wrong: each check must say so, or it proves nothing elsewhere.
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { bpmnMarkFindings } from '../bpmn-mark.ts';
import { axeFindings, headingFindings, keyboardFindings, scrollFindings } from './page-checks.ts';
import { textsOf, untranslated } from './untranslated.ts';

const wrongPage = `<!doctype html><html lang="fr"><title>Nothing</title><body>
<h1>One</h1><h1>二</h1><img src="data:," width="10" height="10">
<p style="color:#ccc;background:#fff">Hardly legible 几乎看不见</p><main></main><main></main><div style="width:5000px">wide</div><p style="position:absolute;top:4000px">far below</p>
<button tabindex="-1" class="ant-btn-primary">办结</button><button aria-label="Close">×</button>
<a class="bjs-powered-by" href="https://bpmn.io" style="position:fixed;left:10px;bottom:10px;width:53px;height:21px">io</a>
<div style="position:fixed;left:0;bottom:0;width:200px;height:60px;background:#eee"></div></body></html>`;

export async function checksFindWhatIsWrong(page: Page): Promise<void> {
  await page.setContent(wrongPage);
  expect(await headingFindings(page)).toHaveLength(4);
  expect(await scrollFindings(page)).toEqual([expect.stringContaining('scrolls sideways'), expect.stringContaining('empty below')]);
  expect(await bpmnMarkFindings(page)).toEqual(['the mark of bpmn.io is covered']);
  expect(await axeFindings(page)).toEqual(
    expect.arrayContaining([expect.stringContaining('image-alt'), expect.stringContaining('color-contrast')]),
  );
  expect(await keyboardFindings(page)).toEqual(['not reached by Tab: 办结']);
  const texts = await textsOf(page);
  expect(untranslated(texts, 'en', ['办结'])).toEqual([expect.stringContaining('二'), expect.stringContaining('几乎看不见')]);
  expect(untranslated(texts, 'zh', [])).toEqual(
    expect.arrayContaining([expect.stringContaining('[aria-label]: Close'), expect.stringContaining('wide')]),
  );
}
