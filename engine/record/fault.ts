// The one table of what can be wrong with a record or a chain of records, in both languages.
import type { Words } from '../model/json.ts';

export const recordFaults = {
  'record.too-large': {
    zh: '这条记录超过 64 KiB，不能写入；请减少提交的内容，大件作为附件存放。',
    en: 'This record is larger than 64 KiB and cannot be written; submit less, and keep large things as attachments.',
  },
  'record.not-json': { zh: '这条记录含有无法准确写成 JSON 的值。', en: 'This record holds a value that JSON cannot say exactly.' },
  'record.not-canonical': {
    zh: '这条记录的字节不是它自己的规范写法：内容被改动或损坏。',
    en: 'The bytes of this record are not their own canonical form: they were changed or damaged.',
  },
  'record.wrong-shape': {
    zh: '这条记录缺少或多出内容，不是规程系统写下的记录。',
    en: 'This record lacks or has members that a record does not have; the system did not write it.',
  },
  'record.wrong-number': {
    zh: '编号不连续：此处的记录被删去、插入、重复或调换。',
    en: 'The numbering breaks here: a record was removed, inserted, repeated or exchanged.',
  },
  'record.wrong-hash': {
    zh: '内容与保存的哈希不符：这条记录在写入后被改动。',
    en: 'The content does not match its stored hash: this record was changed after it was written.',
  },
  'record.wrong-prev': {
    zh: '与前一条记录的哈希不衔接：这条或前一条被改写。',
    en: 'It does not link to the hash of the record before: this one or the one before was rewritten.',
  },
  'record.other-case': { zh: '这条记录属于另一个事项。', en: 'This record belongs to another case.' },
  'record.other-procedure': {
    zh: '这条记录的规程或版本与前面的记录不同。',
    en: 'This record names another procedure or version than the records before.',
  },
  'record.time-back': { zh: '时间早于前一条记录。', en: 'Its time lies before that of the record before.' },
  'record.missing': {
    zh: '末尾的记录缺失：条数少于应有的条数。',
    en: 'Records are missing at the end: there are fewer than there should be.',
  },
  'record.unexpected': { zh: '末尾有多出的记录。', en: 'There are more records at the end than there should be.' },
  'record.wrong-head': { zh: '最后一条记录的哈希与应有的不同。', en: 'The hash of the last record is not the expected one.' },
  'export.unreadable': {
    zh: '文件的这一行不是导出记录的格式，或已被改动。',
    en: 'This line of the file is not in the format of an export, or was changed.',
  },
} as const satisfies Record<string, Words>;

export type RecordFault = keyof typeof recordFaults;
