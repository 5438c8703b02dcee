// A schema's fault in one attribute, in words that a drafter understands.
// Promise: names the attribute and what it must be; both languages.
import type { z } from 'zod';
import type { Words } from './json.ts';

export function explainFault(issue: z.core.$ZodIssue): Words {
  const key = String(issue.path[0] ?? '');
  switch (issue.code) {
    case 'invalid_value': {
      const allowed = issue.values.map(String).join(' / ');
      return { zh: `「${key}」应为 ${allowed} 之一`, en: `"${key}" must be one of ${allowed}` };
    }
    case 'invalid_type':
      if (issue.expected === 'number' || issue.expected === 'int')
        return { zh: `「${key}」应填写整数`, en: `"${key}" must be given as a whole number` };
      return { zh: `缺少「${key}」`, en: `"${key}" is missing` };
    case 'too_small':
      if (issue.origin === 'number' || issue.origin === 'int')
        return { zh: `「${key}」不得小于 ${issue.minimum}`, en: `"${key}" may not be below ${issue.minimum}` };
      return { zh: `「${key}」不能为空`, en: `"${key}" may not be empty` };
    case 'too_big':
      return { zh: `「${key}」超过上限 ${issue.maximum}`, en: `"${key}" exceeds its limit of ${issue.maximum}` };
    case 'unrecognized_keys': {
      const keys = issue.keys.join(', ');
      return { zh: `没有「${keys}」这个属性`, en: `there is no attribute "${keys}"` };
    }
    case 'invalid_format':
      return {
        zh: `「${key}」的写法不对（岗位与机构用小写字母、数字和 “-”；元素用其编号）`,
        en: `"${key}" is written wrongly (offices and bodies: lower-case letters, digits and "-"; elements: their ids)`,
      };
    default:
      return { zh: `「${key}」无效`, en: `"${key}" is not valid` };
  }
}
