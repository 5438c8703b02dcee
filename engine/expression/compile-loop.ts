// for, some, every. Promise: every turn is paid for before it is taken; ranges are stepped through, never spread out.
import { bind, type Code, type Compiler, codeOf, type Env, type Eval, type Scope } from './code.ts';
import { walk } from './iterate.ts';
import type { Node } from './syntax.ts';
import { kindOf, type Value } from './value.ts';

type NodeOf<T extends Node['t']> = Node & { readonly t: T };

interface Loop {
  readonly domains: readonly { readonly from: Code; readonly upTo: Code | undefined; readonly at: number }[];
  readonly scope: Scope | null;
}

function compileBindings(node: NodeOf<'for' | 'some' | 'every'>, scope: Scope | null, compiler: Compiler): Loop {
  let inner = scope;
  const domains = node.bindings.map((binding) => {
    const from = compiler.code(binding.domain, inner);
    const upTo = binding.upTo && compiler.code(binding.upTo, inner);
    inner = bind(binding.name, inner);
    return { from, upTo, at: binding.at };
  });
  return { domains, scope: inner };
}

/** Visits every combination; false when a domain was not one. `visit` answers whether to go on. */
function combine(loop: Loop, cost: number, ...[run, env]: Parameters<Eval>): (visit: (env: Env | null) => boolean) => boolean {
  return (visit) => {
    let proper = true;
    const turn = (index: number, at: Env | null): boolean => {
      const domain = loop.domains[index];
      if (!domain) {
        run.charge(cost);
        return visit(at);
      }
      run.charge(domain.from.size + (domain.upTo?.size ?? 0));
      let goesOn = true;
      const walked = walk({ from: domain.from.eval(run, at), upTo: domain.upTo?.eval(run, at), run, at: domain.at }, (value) => {
        goesOn = turn(index + 1, { value, up: at });
        return goesOn;
      });
      proper &&= walked;
      return goesOn && walked;
    };
    turn(0, env);
    return proper;
  };
}

function loopCode(loop: Loop, body: Code, run: Eval): Code {
  const domains = loop.domains.flatMap((domain) => (domain.upTo ? [domain.from, domain.upTo] : [domain.from]));
  const code = codeOf([...domains, body], run);
  return { ...code, depth: code.depth + 2 * loop.domains.length };
}

/** The body may use `partial`, the results so far. */
export function compileFor(node: NodeOf<'for'>, scope: Scope | null, compiler: Compiler): Code {
  const loop = compileBindings(node, scope, compiler);
  const withPartial = bind('partial', loop.scope);
  const body = compiler.code(node.body, withPartial);
  const keepsPartial = compiler.used.has(withPartial);
  return loopCode(loop, body, (run, env) => {
    const results: Value[] = [];
    const proper = combine(
      loop,
      body.size + 1,
      run,
      env,
    )((at) => {
      if (keepsPartial) run.charge(results.length >> 3);
      results.push(body.eval(run, { value: keepsPartial ? [...results] : null, up: at }));
      return true;
    });
    return proper ? results : null;
  });
}

/** some: true when one turn is true; every: false when one is false; else null when one was neither. */
export function compileQuantified(node: NodeOf<'some' | 'every'>, scope: Scope | null, compiler: Compiler): Code {
  const loop = compileBindings(node, scope, compiler);
  const body = compiler.code(node.body, loop.scope);
  const decisive = node.t === 'some';
  return loopCode(loop, body, (run, env) => {
    let result: boolean | null = !decisive;
    const proper = combine(
      loop,
      body.size + 1,
      run,
      env,
    )((at) => {
      const holds = body.eval(run, at);
      if (holds === decisive) result = decisive;
      else if (typeof holds !== 'boolean') {
        result = null;
        if (holds !== null) run.warn('expression.not-boolean', node.at, kindOf(holds));
      }
      return holds !== decisive;
    });
    return proper ? result : null;
  });
}
