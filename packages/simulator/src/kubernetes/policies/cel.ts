/*
 * Copyright 2026 The EKS Fleet Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

import {
  CEL_MACROS,
  celCall,
  celCompare,
  membersOf,
  sizeOf,
} from './celFunctions';
import { celTokens, type CelToken } from './celTokens';

type Scope = Record<string, unknown>;
type Evaluate = (scope: Scope) => unknown;

const COMPARISONS = ['==', '!=', '<=', '>=', '<', '>', 'in'];
const CONSTANTS: Scope = { true: true, false: false, null: null };

/** Reads an expression into what evaluates it, by recursive descent. */
class Parser {
  readonly #tokens: CelToken[];
  #at = 0;

  constructor(tokens: CelToken[]) {
    this.#tokens = tokens;
  }

  parse(): Evaluate {
    const evaluate = this.#ternary();
    const rest = this.#tokens[this.#at];
    if (rest) {
      throw new Error(`'${rest.text}' was not expected`);
    }
    return evaluate;
  }

  #ternary(): Evaluate {
    const condition = this.#or();
    if (!this.#takes('?')) {
      return condition;
    }
    const yes = this.#ternary();
    this.#expect(':');
    const no = this.#ternary();
    return scope => (condition(scope) ? yes(scope) : no(scope));
  }

  #or(): Evaluate {
    const one = this.#and();
    if (!this.#takes('||')) {
      return one;
    }
    const other = this.#or();
    return scope => one(scope) || other(scope);
  }

  #and(): Evaluate {
    const one = this.#comparison();
    if (!this.#takes('&&')) {
      return one;
    }
    const other = this.#and();
    return scope => one(scope) && other(scope);
  }

  #comparison(): Evaluate {
    const one = this.#sum();
    const operator = COMPARISONS.find(candidate => this.#takes(candidate));
    if (!operator) {
      return one;
    }
    const other = this.#sum();
    return scope => celCompare(operator, one(scope), other(scope));
  }

  #sum(): Evaluate {
    let sum = this.#unary();
    while (this.#takes('+')) {
      const before = sum;
      const next = this.#unary();
      sum = scope => add(before(scope), next(scope));
    }
    return sum;
  }

  #unary(): Evaluate {
    if (!this.#takes('!')) {
      return this.#path();
    }
    const value = this.#unary();
    return scope => !value(scope);
  }

  #path(): Evaluate {
    let value = this.#primary();
    for (;;) {
      const next = this.#member(value);
      if (!next) {
        return value;
      }
      value = next;
    }
  }

  /** What follows a value: a field, an index, a call. */
  #member(value: Evaluate): Evaluate | undefined {
    if (this.#takes('.?')) {
      const name = this.#name();
      return scope => fieldOf(value(scope), name, true);
    }
    if (this.#takes('.')) {
      const name = this.#name();
      return this.#takes('(')
        ? this.#call(value, name)
        : scope => fieldOf(value(scope), name);
    }
    const optional = this.#takes('[?');
    if (optional || this.#takes('[')) {
      const [key] = this.#list(']');
      return scope => fieldOf(value(scope), String(key(scope)), optional);
    }
    return undefined;
  }

  #call(value: Evaluate, name: string): Evaluate {
    const macro = CEL_MACROS[name];
    if (macro) {
      const item = this.#name();
      this.#expect(',');
      const test = this.#ternary();
      this.#expect(')');
      return scope =>
        macro(membersOf(value(scope)), member =>
          test({ ...scope, [item]: member }),
        );
    }
    const given = this.#list(')');
    return scope =>
      celCall(
        value(scope),
        name,
        given.map(argument => argument(scope)),
      );
  }

  #primary(): Evaluate {
    const token = this.#tokens[this.#at];
    this.#at += 1;
    switch (token?.kind) {
      case 'value':
        return () => token.value;
      case 'name':
        return this.#named(token.text);
      default:
    }
    if (token?.text === '(') {
      const value = this.#ternary();
      this.#expect(')');
      return value;
    }
    if (token?.text === '[') {
      const items = this.#list(']');
      return scope => items.map(item => item(scope));
    }
    if (token?.text === '{') {
      return this.#mapping();
    }
    throw new Error(`'${token?.text ?? 'the end'}' was not expected`);
  }

  #named(name: string): Evaluate {
    if (name === 'has' && this.#takes('(')) {
      const value = this.#path();
      this.#expect(')');
      return scope => isThere(value, scope);
    }
    if (name === 'size' && this.#takes('(')) {
      const [value] = this.#list(')');
      return scope => sizeOf(value(scope));
    }
    return scope => {
      const values = { ...scope, ...CONSTANTS };
      if (!Object.hasOwn(values, name)) {
        throw new Error(`undeclared reference to '${name}'`);
      }
      return values[name];
    };
  }

  #mapping(): Evaluate {
    const entries: [Evaluate, Evaluate][] = [];
    while (!this.#takes('}')) {
      const key = this.#ternary();
      this.#expect(':');
      entries.push([key, this.#ternary()]);
      this.#separator('}');
    }
    return scope =>
      Object.fromEntries(
        entries.map(([key, value]) => [String(key(scope)), value(scope)]),
      );
  }

  #list(end: string): Evaluate[] {
    const items: Evaluate[] = [];
    while (!this.#takes(end)) {
      items.push(this.#ternary());
      this.#separator(end);
    }
    return items;
  }

  #separator(end: string): void {
    if (!this.#takes(',') && this.#tokens[this.#at]?.text !== end) {
      throw new Error(`'${end}' was expected`);
    }
  }

  #name(): string {
    const token = this.#tokens[this.#at];
    if (token?.kind !== 'name') {
      throw new Error('a name was expected');
    }
    this.#at += 1;
    return token.text;
  }

  #takes(text: string): boolean {
    const token = this.#tokens[this.#at];
    if (token?.text !== text || token.kind === 'value') {
      return false;
    }
    this.#at += 1;
    return true;
  }

  #expect(text: string): void {
    if (!this.#takes(text)) {
      throw new Error(`'${text}' was expected`);
    }
  }
}

/** Of what is not there, behind `.?`, nothing else is either. */
function fieldOf(value: unknown, name: string, optional = false): unknown {
  const found = (value as Scope | null | undefined)?.[name];
  if (found === undefined && !optional && value !== undefined) {
    throw new Error(`no such key: ${name}`);
  }
  return found;
}

function isThere(value: Evaluate, scope: Scope): boolean {
  try {
    return value(scope) !== undefined;
  } catch {
    return false;
  }
}

function add(one: unknown, other: unknown): unknown {
  if (Array.isArray(one)) {
    return [...one, ...(other as unknown[])];
  }
  return typeof one === 'number' ? one + Number(other) : `${one}${other}`;
}

/**
 * Whether an expression holds, of the part of CEL that conditions of exceptions
 * are written in.
 *
 * @throws an Error where it is anything else, or a field is not there
 */
export function celHolds(expression: string, scope: Scope): boolean {
  const value = new Parser(celTokens(expression)).parse()(scope);
  if (typeof value !== 'boolean') {
    throw new Error('a condition must be true or false');
  }
  return value;
}
