// The parser's descriptor of the gc: namespace (DESIGN §3): which elements exist and which attributes they have.
// Promise: one type per rule element of dialect.ts, attributes as attributes, lower-case tags (gc:supervision), all of them
// children of bpmn:extensionElements. Registered by read-drawing and by the modeler alike, so both see the same typed tree.
// Every attribute is text here: the parser would silently read "5x" as 5; dialect.ts says what a right value is.
import type { PackageDescriptor } from 'bpmn-moddle';

export const gcNamespace = 'urn:guicheng:bpmn:1';

const ruleElement = (name: string, ...attributes: readonly string[]) => ({
  name,
  superClass: ['Element'],
  properties: attributes.map((attribute) => ({ name: attribute, isAttr: true, type: 'String' })),
});

export const gcDescriptor: PackageDescriptor = {
  name: 'Guicheng',
  uri: gcNamespace,
  prefix: 'gc',
  xml: { tagAlias: 'lowerCase' },
  associations: [],
  types: [
    ruleElement('Matter', 'class', 'item'),
    ruleElement('Basis', 'text'),
    ruleElement('Rules', 'key', 'version'),
    ruleElement('Power', 'kind', 'office', 'body'),
    ruleElement('Step', 'kind', 'subject', 'condition', 'goal', 'limit', 'requirement'),
    ruleElement('Assignment', 'offices', 'person', 'mode', 'differentFrom'),
    ruleElement('Supervision', 'office', 'mode', 'when'),
    ruleElement('Deliberation', 'stage', 'body', 'level'),
    ruleElement('Deadline', 'days', 'unit'),
    ruleElement('Minimum', 'days', 'unit'),
    ruleElement('Risk', 'point', 'level', 'measure', 'owner'),
    ruleElement('Document', 'name', 'series', 'keeper'),
    ruleElement('Disclose', 'class', 'audience', 'days', 'unit'),
    ruleElement('Form', 'key'),
    ruleElement('Return', 'to'),
  ],
};
