// From the tree to closures: one place that knows every kind of node; the work is in the files beside it.
import type { BuiltinTable } from './builtin/builtin.ts';
import type { Code, Compiler, Scope } from './code.ts';
import { compileFunction } from './compile-call.ts';
import { compileFor, compileQuantified } from './compile-loop.ts';
import { compileName } from './compile-name.ts';
import { compileArithmetic, compileBetween, compileCompare, compileIn, compileLogic, compileNegate } from './compile-operator.ts';
import { compilePostfix } from './compile-postfix.ts';
import { compileContext, compileIf, compileInstance, compileList, compileRange, compileTemporal, constant } from './compile-value.ts';
import type { Node } from './syntax.ts';

export function newCompiler(table: BuiltinTable): Compiler {
  const compiler: Compiler = {
    free: new Set(),
    maybe: new Set(),
    used: new Set(),
    code: (node, scope) => compileNode(node, scope, compiler, table),
  };
  return compiler;
}

function compileNode(node: Node, scope: Scope | null, compiler: Compiler, table: BuiltinTable): Code {
  switch (node.t) {
    case 'literal':
      return constant(node.value);
    case 'temporal':
      return compileTemporal(node);
    case 'name':
      return compileName(node, scope, compiler);
    case 'list':
      return compileList(node, scope, compiler);
    case 'context':
      return compileContext(node, scope, compiler);
    case 'range':
      return compileRange(node, scope, compiler);
    case 'or':
    case 'and':
      return compileLogic(node, scope, compiler);
    case 'compare':
      return compileCompare(node, scope, compiler);
    case 'between':
      return compileBetween(node, scope, compiler);
    case 'in':
      return compileIn(node, scope, compiler);
    case 'sum':
    case 'product':
    case 'power':
      return compileArithmetic(node, scope, compiler);
    case 'negate':
      return compileNegate(node, scope, compiler);
    case 'instance':
      return compileInstance(node, scope, compiler);
    case 'if':
      return compileIf(node, scope, compiler);
    case 'for':
      return compileFor(node, scope, compiler);
    case 'some':
    case 'every':
      return compileQuantified(node, scope, compiler);
    case 'function':
      return compileFunction(node, scope, compiler);
    case 'postfix':
      return compilePostfix(node, scope, compiler, table);
  }
}
