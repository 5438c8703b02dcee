// Problems of the file itself: too large, dangerous, unreadable, or saying what this version of BPMN and of gc: does not know.
import type { Words } from './json.ts';

export const inputProblems = {
  'input.too-large': {
    zh: '文件过大：{size} 字节，上限为 {limit} 字节。请拆分图，或删去图中的大段文字与图片。',
    en: 'The file is too large: {size} bytes, at most {limit}. Split the drawing, or remove long texts and pictures from it.',
  },
  'input.too-many-elements': {
    zh: '图中的元素过多，上限为 {limit} 个。请把规程拆成几张图。',
    en: 'The drawing has too many elements; at most {limit} are read. Split the procedure into several drawings.',
  },
  'input.too-deep': {
    zh: '图的嵌套过深，上限为 {limit} 层。请减少子流程的嵌套。',
    en: 'The drawing is nested too deeply; at most {limit} levels are read. Nest fewer subprocesses.',
  },
  'input.too-many-namespaces': {
    zh: '文件声明的命名空间过多，上限为 {limit} 个。请删去不用的 xmlns 声明。',
    en: 'The file declares too many namespaces; at most {limit} are read. Remove xmlns declarations that are not used.',
  },
  'input.doctype': {
    zh: '文件含有 DOCTYPE 或其他 “<!” 声明，出于安全不予读取。请删去该声明。',
    en: 'The file has a DOCTYPE or another "<!" declaration, which is not read for safety. Remove the declaration.',
  },
  'input.entity': {
    zh: '文件使用了未知的字符实体「{text}」。请改写为普通字符，或只用 XML 预定义的五种实体。',
    en: 'The file uses the unknown entity "{text}". Write the character itself, or one of the five entities that XML defines.',
  },
  'input.not-well-formed': {
    zh: '文件不是完整的 XML（{detail}）。请用建模器重新导出。',
    en: 'The file is not well-formed XML ({detail}). Export it from the modeler again.',
  },
  'input.not-bpmn': {
    zh: '文件不是 BPMN 2.0 图：根元素应为 bpmn:definitions。请选择正确的文件。',
    en: 'The file is not a BPMN 2.0 drawing: its root element must be bpmn:definitions. Choose the right file.',
  },
  'input.encoding': {
    zh: '文件声明的编码不是 UTF-8。请以 UTF-8 保存。',
    en: 'The file does not declare UTF-8 as its encoding. Save it as UTF-8.',
  },
  'input.too-many-problems': {
    zh: '问题过多，只列出前 {limit} 个。请先改正这些。',
    en: 'There are too many problems; only the first {limit} are listed. Mend these first.',
  },
  'element.unknown': {
    zh: '「{tag}」不是 BPMN 2.0 在此处允许的元素。请删去它，或移到正确的位置。',
    en: '"{tag}" is not an element that BPMN 2.0 allows here. Remove it, or move it to where it belongs.',
  },
  'element.repeated': {
    zh: '「{tag}」在此处只能出现一次。请只保留一个。',
    en: '"{tag}" may occur only once here. Keep one of them.',
  },
  'attribute.unknown': {
    zh: '「{attribute}」不是该元素的属性。请删去，或改正拼写。',
    en: 'The element has no attribute "{attribute}". Remove it, or mend its spelling.',
  },
  'attribute.value': {
    zh: '属性「{attribute}」的值「{value}」无效，应为：{allowed}。请改正。',
    en: 'The attribute "{attribute}" cannot be "{value}"; it must be {allowed}. Mend the value.',
  },
  'content.unexpected': {
    zh: '此处不应有文字「{text}」。请删去，或改写为说明（documentation）。',
    en: 'There may be no text here: "{text}". Remove it, or write it as documentation.',
  },
  'id.missing': {
    zh: '此处有一个没有编号（id）的 {tag}。请给它一个唯一的编号。',
    en: 'There is a {tag} without an id here. Give it an id of its own.',
  },
  'id.illegal': {
    zh: '编号「{id}」不合规定：以字母或下划线开头，只含字母、数字、“_”“-”“.”，最长 255 个字符，且不得为保留词。请改名。',
    en: 'The id "{id}" is not allowed: it starts with a letter or "_", has only letters, digits, "_", "-", ".", at most 255 of them, and is no reserved word. Rename it.',
  },
  'id.duplicate': {
    zh: '编号「{id}」用了不止一次。请给每个元素唯一的编号。',
    en: 'The id "{id}" is used more than once. Give each element an id of its own.',
  },
  'reference.unresolved': {
    zh: '「{property}」指向的「{target}」在图中不存在。请改为存在的元素，或删去该引用。',
    en: '"{property}" points to "{target}", which the drawing does not have. Point it to an element that exists, or remove it.',
  },
  'reference.wrong-kind': {
    zh: '「{property}」指向的「{target}」不是所需的种类（{wanted}）。请改为正确的元素。',
    en: '"{property}" points to "{target}", which is not {wanted}. Point it to the right element.',
  },
  'extension.unknown': {
    zh: '「{tag}」不是规程规则（gc:）的元素。请删去，或改正拼写。',
    en: '"{tag}" is not a rule element of gc:. Remove it, or mend its spelling.',
  },
  'extension.misplaced': {
    zh: '规则「{tag}」不能写在这里；它只能写在：{where}。请移到正确的元素上。',
    en: 'The rule "{tag}" cannot stand here, only on: {where}. Move it to the right element.',
  },
  'extension.repeated': {
    zh: '规则「{tag}」在同一元素上只能有一条。请合并或删去多余的。',
    en: 'The rule "{tag}" may stand only once on an element. Merge them, or remove the others.',
  },
  'extension.invalid': {
    zh: '规则「{tag}」填写有误：{why}。请在属性面板中改正。',
    en: 'The rule "{tag}" is filled in wrongly: {why}. Mend it in the properties panel.',
  },
} as const satisfies Record<string, Words>;
