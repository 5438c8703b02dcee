// Typings of the parser's entry, which ships none (its element types come from 'bpmn-moddle/types').
// Promise: only what read-drawing and the tests call; shapes as of bpmn-moddle 10.
declare module 'bpmn-moddle' {
  export interface ParseWarning {
    readonly message: string;
    readonly error?: Error;
    readonly element?: object;
    readonly property?: string;
    readonly value?: string;
  }
  export interface ParseResult {
    readonly rootElement: object;
    readonly warnings: readonly ParseWarning[];
  }
  export interface PropertyDescriptor {
    readonly name: string;
    readonly type: string;
    readonly isAttr?: boolean;
    readonly isMany?: boolean;
    readonly isReference?: boolean;
    readonly isVirtual?: boolean;
    readonly isId?: boolean;
  }
  export interface PackageDescriptor {
    readonly name: string;
    readonly uri: string;
    readonly prefix: string;
    readonly xml?: { readonly tagAlias: 'lowerCase' };
    readonly types: readonly {
      readonly name: string;
      readonly superClass?: readonly string[];
      readonly extends?: readonly string[];
      readonly properties?: readonly (PropertyDescriptor & { readonly redefines?: string })[];
    }[];
    readonly enumerations?: readonly { readonly name: string; readonly literalValues: readonly { readonly name: string }[] }[];
    readonly associations?: readonly never[];
  }
  export class BpmnModdle {
    constructor(packages?: Readonly<Record<string, PackageDescriptor>>);
    /** Rejects with an Error that carries `warnings` when no root element can be read. */
    fromXML(xml: string, typeName?: string, options?: object): Promise<ParseResult>;
    toXML(element: object, options?: { readonly format?: boolean; readonly preamble?: boolean }): Promise<{ readonly xml: string }>;
    getPackage(prefix: string): PackageDescriptor | undefined;
    create(typeName: string, properties?: object): object;
  }
}
