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

const TOKEN =
  /\s*(?:(&&|\|\||==|!=|<=|>=|\.\?|\[\?|[()[\]{}.,!<>?:+])|"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|(\d+)|([A-Za-z_]\w*))/y;

export interface CelToken {
  kind: 'name' | 'operator' | 'value';
  text: string;
  value?: unknown;
}

/** @throws an Error where it is no CEL that we know */
export function celTokens(expression: string): CelToken[] {
  const tokens: CelToken[] = [];
  const text = expression.trimEnd();
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const at = TOKEN.lastIndex;
    const match = TOKEN.exec(text);
    if (!match) {
      throw new Error(`cannot read '${text.slice(at, at + 20)}'`);
    }
    tokens.push(tokenOf(match));
  }
  return tokens;
}

function tokenOf(match: RegExpExecArray): CelToken {
  const [, operator, double, single, number, name] = match;
  const quoted = double ?? single;
  if (operator) {
    return { kind: 'operator', text: operator };
  }
  if (quoted !== undefined) {
    return { kind: 'value', text: quoted, value: unescaped(quoted) };
  }
  return number === undefined
    ? { kind: 'name', text: name }
    : { kind: 'value', text: number, value: Number(number) };
}

const ESCAPES: Record<string, string> = { n: '\n', r: '\r', t: '\t' };

function unescaped(text: string): string {
  return text.replace(
    /\\(?:u([0-9a-fA-F]{4})|(.))/g,
    (_, code: string | undefined, letter: string) =>
      code
        ? String.fromCharCode(parseInt(code, 16))
        : ESCAPES[letter] ?? letter,
  );
}
