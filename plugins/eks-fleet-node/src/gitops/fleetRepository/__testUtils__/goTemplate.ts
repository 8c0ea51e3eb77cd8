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

/** What a template may take values from. */
export type Parameters = Record<string, unknown>;

/** `{{ … }}`, in whose texts there may be braces. */
const ACTION = /\{\{((?:"[^"]*"|`[^`]*`|[^"`])*?)\}\}/g;

type Pipe = (value: unknown, parameters: Parameters) => unknown;

/** Functions of Go templates and sprig that the manifests use. */
const FUNCTIONS: Record<string, (...args: any[]) => unknown> = {
  index: (value, ...keys) =>
    keys.reduce((within, key) => {
      if (Array.isArray(within) && !(key in within)) {
        throw new Error(`index out of range: ${key}`);
      }
      return within?.[key];
    }, value),
  default: (fallback, value) =>
    value === undefined || value === '' ? fallback : value,
  replace: (from, to, text) => String(text).replaceAll(from, to),
  trimSuffix: (suffix, text) =>
    String(text).endsWith(suffix)
      ? String(text).slice(0, -suffix.length)
      : text,
  printf: (format, ...args) =>
    String(format).replaceAll('%s', () => String(args.shift())),
  toJson: value => JSON.stringify(inOrder(value)),
  contains: (part, text) => String(text).includes(part),
  eq: (a, b) => a === b,
  or: (...values) => values.find(Boolean) ?? values.at(-1),
};

/** Go writes the keys of a map in their order. */
function inOrder(value: any): unknown {
  if (Array.isArray(value)) {
    return value.map(inOrder);
  }
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(
        Object.keys(value)
          .sort()
          .map(key => [key, inOrder(value[key])]),
      )
    : value;
}

/**
 * What ApplicationSets make of a template with `goTemplate: true` and
 * `missingkey=error`, as far as the manifests here use it: values, functions,
 * pipes and parentheses; no control structures.
 *
 * @throws an Error where a value is missing, or for what is not known here
 */
export function renderTemplate(text: string, parameters: Parameters): string {
  return text.replace(ACTION, (_, expression) => {
    const value = evaluate(expression, parameters);
    return value === undefined ? '<no value>' : String(value);
  });
}

/** A whole value with each of its texts, keys too, as a template. */
export function renderAll<T>(value: T, parameters: Parameters): T {
  if (typeof value === 'string') {
    return renderTemplate(value, parameters) as T;
  }
  if (Array.isArray(value)) {
    return value.map(each => renderAll(each, parameters)) as T;
  }
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([key, each]) => [
        renderTemplate(key, parameters),
        renderAll(each, parameters),
      ]),
    ) as T;
  }
  return value;
}

function evaluate(expression: string, parameters: Parameters): unknown {
  const tokens =
    expression.match(/"(?:[^"\\]|\\.)*"|`[^`]*`|[()|]|[^\s()|"`]+/g)?.slice() ??
    [];
  const value = pipeline(tokens)(undefined, parameters);
  if (tokens.length > 0) {
    throw new Error(`Not understood: ${expression}`);
  }
  return value;
}

function pipeline(tokens: string[]): Pipe {
  const steps = [command(tokens)];
  while (tokens[0] === '|') {
    tokens.shift();
    steps.push(command(tokens));
  }
  return (_, parameters) =>
    steps.reduce<unknown>((value, step) => step(value, parameters), undefined);
}

function command(tokens: string[]): Pipe {
  const operands: (string | Pipe)[] = [];
  while (tokens.length > 0 && tokens[0] !== '|' && tokens[0] !== ')') {
    const token = tokens.shift()!;
    if (token === '(') {
      operands.push(pipeline(tokens));
      tokens.shift();
    } else {
      operands.push(token);
    }
  }
  const [first, ...rest] = operands;
  return (piped, parameters) => {
    const valueOf = (each: string | Pipe) => operand(each, parameters);
    if (typeof first !== 'string' || !/^[a-zA-Z]/.test(first)) {
      return valueOf(first);
    }
    if (!(first in FUNCTIONS)) {
      throw new Error(`function "${first}" not defined`);
    }
    const args = rest.map(valueOf);
    return FUNCTIONS[first](...args, ...(piped === undefined ? [] : [piped]));
  };
}

function operand(each: string | Pipe, parameters: Parameters): unknown {
  if (typeof each !== 'string') {
    return each(undefined, parameters);
  }
  if (each.startsWith('"')) {
    return JSON.parse(each);
  }
  if (each.startsWith('`')) {
    return each.slice(1, -1);
  }
  if (/^\d+$/.test(each)) {
    return Number(each);
  }
  if (each === '.') {
    return parameters;
  }
  return each
    .split('.')
    .slice(1)
    .reduce<any>((within, key) => {
      if (
        typeof within !== 'object' ||
        within === null ||
        !Object.hasOwn(within, key)
      ) {
        throw new Error(`map has no entry for key "${key}"`);
      }
      return within[key];
    }, parameters);
}
