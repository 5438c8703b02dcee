// The parser with everything this project adds to it, and what its metamodel says of types, enumerations and single children.
// Promise: where bpmn-moddle 10 is short of the standard's schema (Semantic.xsd) the supplement makes up for it.
import { BpmnModdle, type PackageDescriptor } from 'bpmn-moddle';
import { gcDescriptor } from './gc-moddle.ts';

export const bpmnNamespace = 'http://www.omg.org/spec/BPMN/20100524/MODEL';

/** Children that Semantic.xsd has and bpmn-moddle lacks or takes for attributes. The modeler registers it too. */
export const bpmnSupplement: PackageDescriptor = {
  name: 'BpmnSupplement',
  uri: 'urn:guicheng:bpmn-supplement:1',
  prefix: 'bpmnSupplement',
  // The writer asks the last package that added to a type how its tag is spelled.
  xml: { tagAlias: 'lowerCase' },
  associations: [],
  types: [
    {
      name: 'GlobalScript',
      extends: ['bpmn:GlobalScriptTask'],
      properties: [{ name: 'bpmn:script', type: 'String', redefines: 'bpmn:GlobalScriptTask#script' }],
    },
    {
      name: 'ParticipantEnds',
      extends: ['bpmn:ParticipantAssociation'],
      properties: [
        {
          name: 'bpmn:innerParticipantRef',
          type: 'bpmn:Participant',
          isReference: true,
          redefines: 'bpmn:ParticipantAssociation#innerParticipantRef',
        },
        {
          name: 'bpmn:outerParticipantRef',
          type: 'bpmn:Participant',
          isReference: true,
          redefines: 'bpmn:ParticipantAssociation#outerParticipantRef',
        },
      ],
    },
    {
      name: 'ConversationFlows',
      extends: ['bpmn:ConversationNode'],
      properties: [{ name: 'bpmn:messageFlowRef', type: 'bpmn:MessageFlow', isMany: true, isReference: true }],
    },
    {
      name: 'ParticipantEndPoints',
      extends: ['bpmn:Participant'],
      properties: [{ name: 'bpmn:endPointRef', type: 'bpmn:EndPoint', isMany: true, isReference: true }],
    },
    {
      name: 'ExtensionDocumentation',
      extends: ['bpmn:Extension'],
      properties: [{ name: 'bpmn:documentation', type: 'bpmn:Documentation', isMany: true }],
    },
  ],
};

/** What the metamodel says that the parser does not enforce; tags are local names (userTask). */
export interface Metamodel {
  /** Attributes that are true/false or whole numbers: the parser reads "1" as false and "3x" as 3. */
  readonly booleans: ReadonlySet<string>;
  readonly integers: ReadonlySet<string>;
  /** Attribute (type name + "." + attribute) → allowed words. */
  readonly enumerations: ReadonlyMap<string, readonly string[]>;
  /** Child tag → slot that takes only one child: of two, the parser keeps the last. */
  readonly singles: ReadonlyMap<string, string>;
  /** Tags of elements that people see and problems point to: flow elements, lanes, pools, root elements, artifacts. */
  readonly hostTags: ReadonlySet<string>;
}

const hostBases = new Set([
  'FlowElement',
  'RootElement',
  'Participant',
  'MessageFlow',
  'Lane',
  'Artifact',
  'ConversationNode',
  'Definitions',
]);
const loopTags = ['standardLoopCharacteristics', 'multiInstanceLoopCharacteristics'];
const localName = (name: string): string => name.slice(name.indexOf(':') + 1);
const tagOf = (type: string): string => type.charAt(0).toLowerCase() + type.slice(1);

function describeMetamodel(moddle: BpmnModdle): Metamodel {
  const bpmn = moddle.getPackage('bpmn');
  if (!bpmn) throw new Error('the parser has no BPMN package');
  const parents = new Map(bpmn.types.map((type) => [type.name, (type.superClass ?? []).map(localName)]));
  const isA = (type: string, test: (name: string) => boolean): boolean =>
    test(type) || (parents.get(type) ?? []).some((parent) => isA(parent, test));
  const hostTags = bpmn.types
    .filter(({ name }) => isA(name, (base) => hostBases.has(base)) && !isA(name, (base) => base === 'EventDefinition'))
    .map(({ name }) => tagOf(name));

  const words = new Map((bpmn.enumerations ?? []).map((e) => [e.name, e.literalValues.map((value) => value.name)]));
  const booleans = new Set<string>();
  const integers = new Set<string>();
  const enumerations = new Map<string, readonly string[]>();
  const singles = new Map<string, string>(loopTags.map((tag) => [tag, 'loopCharacteristics']));
  const lists = new Set<string>();
  for (const type of bpmn.types)
    for (const { name: fullName, type: valueType, isAttr, isMany } of type.properties ?? []) {
      const name = localName(fullName);
      const kind = localName(valueType);
      if (!isAttr && isMany) lists.add(name);
      if (!isAttr && !isMany) singles.set(name, name);
      if (isAttr && kind === 'Boolean') booleans.add(name);
      if (isAttr && kind === 'Integer') integers.add(name);
      const allowed = words.get(kind);
      if (isAttr && allowed) enumerations.set(`${type.name}.${name}`, allowed);
    }
  for (const name of lists) singles.delete(name);
  return { booleans, integers, enumerations, singles, hostTags: new Set(hostTags) };
}

export interface Parser {
  readonly moddle: BpmnModdle;
  readonly metamodel: Metamodel;
}
let parser: Parser | undefined;

/** Made when first needed: building the metamodel costs some milliseconds. */
export function theParser(): Parser {
  if (!parser) {
    const moddle = new BpmnModdle({ gc: gcDescriptor, bpmnSupplement });
    parser = { moddle, metamodel: describeMetamodel(moddle) };
  }
  return parser;
}
