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

/** A value as CEL knows them; `undefined` where there is no such field. */
type Value = unknown;
type Scope = Record<string, Value>;

const TOKEN =
  /\s*(?:(&&|\|\||==|!=|<=|>=|\.\?|[()[\].,!<>])|"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|(\d+)|([A-Za-z_]\w*))/y;

interface Token {
  kind: 'name' | 'operator' | 'value';
  text: string;
  value?: Value;
}

/**
 * Whether an expression holds, of the part of CEL that conditions of exceptions
 * are written in: fields, comparisons, `in`, `&&`, `||`, `!`, `has`,
 * `startsWith`, `endsWith`, `contains`, `matches` and `orValue`.
 *
 * @throws an Error where it is anything else, or a field is not there
 */
export function celHolds(expression: string, scope: Scope): boolean {
  const parser = new Parser(tokensOf(expression), scope);
  const value = parser.parse();
  if (typeof value !== 'boolean') {
    throw new Error('a condition must be true or false');
  }
  return value;
}

function tokensOf(expression: string): Token[] {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  const text = expression.trimEnd();
  while (TOKEN.lastIndex < text.length) {
    const at = TOKEN.lastIndex;
    const match = TOKEN.exec(text);
    if (!match) {
      throw new Error(`cannot read '${text.slice(at, at + 20)}'`);
    }
    const [, operator, double, single, number, name] = match;
    const quoted = double ?? single;
    if (operator) {
      tokens.push({ kind: 'operator', text: operator });
    } else if (quoted !== undefined) {
      const value = quoted.replace(/\\(.)/g, '$1');
      tokens.push({ kind: 'value', text: quoted, value });
    } else if (number !== undefined) {
      tokens.push({ kind: 'value', text: number, value: Number(number) });
    } else {
      tokens.push({ kind: 'name', text: name });
    }
  }
  return tokens;
}

const CONSTANTS: Record<string, Value> = {
  true: true,
  false: false,
  null: null,
};

class Parser {
  readonly #tokens: Token[];
  readonly #scope: Scope;
  #at = 0;
  #inHas = false;

  constructor(tokens: Token[], scope: Scope) {
    this.#tokens = tokens;
    this.#scope = scope;
  }

  parse(): Value {
    const value = this.#or();
    if (this.#at < this.#tokens.length) {
      throw new Error(`'${this.#tokens[this.#at].text}' was not expected`);
    }
    return value;
  }

  #or(): Value {
    let value = this.#and();
    while (this.#takes('||')) {
      const other = this.#and();
      value = value || other;
    }
    return value;
  }

  #and(): Value {
    let value = this.#comparison();
    while (this.#takes('&&')) {
      const other = this.#comparison();
      value = value && other;
    }
    return value;
  }

  #comparison(): Value {
    const value = this.#unary();
    if (this.#takes('==')) {
      return value === this.#unary();
    }
    if (this.#takes('!=')) {
      return value !== this.#unary();
    }
    if (this.#takes('in')) {
      const members = this.#unary();
      return Array.isArray(members)
        ? members.includes(value)
        : Object.hasOwn(members as object, String(value));
    }
    return value;
  }

  #unary(): Value {
    return this.#takes('!') ? !this.#unary() : this.#path();
  }

  #path(): Value {
    let value = this.#primary();
    while (true) {
      if (this.#takes('.?')) {
        value = this.#field(value, this.#name(), true);
      } else if (this.#takes('.')) {
        const name = this.#name();
        value = this.#takes('(')
          ? call(value, name, this.#list(')'))
          : this.#field(value, name);
      } else if (this.#takes('[')) {
        const [key] = this.#list(']');
        value = this.#field(value, String(key));
      } else {
        return value;
      }
    }
  }

  /** Behind `has` and `.?` a field may be missing; elsewhere that is an error. */
  #field(value: Value, name: string, optional = false): Value {
    const found = (value as Scope | null | undefined)?.[name];
    const mayBeMissing = optional || this.#inHas || value === undefined;
    if (found === undefined && !mayBeMissing) {
      throw new Error(`no such key: ${name}`);
    }
    return found;
  }

  #primary(): Value {
    const token = this.#tokens[this.#at];
    this.#at += 1;
    if (token?.kind === 'value') {
      return token.value;
    }
    if (token?.text === '(') {
      const value = this.#or();
      this.#expect(')');
      return value;
    }
    if (token?.text === '[') {
      return this.#list(']');
    }
    if (token?.kind === 'name' && token.text === 'has' && this.#takes('(')) {
      this.#inHas = true;
      const value = this.#path();
      this.#inHas = false;
      this.#expect(')');
      return value !== undefined;
    }
    if (token?.kind === 'name' && token.text in CONSTANTS) {
      return CONSTANTS[token.text];
    }
    if (token?.kind === 'name' && token.text in this.#scope) {
      return this.#scope[token.text];
    }
    throw new Error(`undeclared reference to '${token?.text ?? ''}'`);
  }

  #list(end: string): Value[] {
    const values: Value[] = [];
    while (!this.#takes(end)) {
      values.push(this.#or());
      if (!this.#takes(',') && this.#tokens[this.#at]?.text !== end) {
        throw new Error(`'${end}' was expected`);
      }
    }
    return values;
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

function call(value: Value, name: string, given: Value[]): Value {
  const text = String(value);
  const argument = String(given[0]);
  switch (name) {
    case 'startsWith':
      return text.startsWith(argument);
    case 'endsWith':
      return text.endsWith(argument);
    case 'contains':
      return text.includes(argument);
    case 'matches':
      return new RegExp(argument).test(text);
    case 'orValue':
      return value ?? given[0];
    default:
      throw new Error(`undeclared reference to '${name}'`);
  }
}
