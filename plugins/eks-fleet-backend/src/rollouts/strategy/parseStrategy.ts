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

import { InputError } from '@backstage/errors';
import type { RolloutStrategy } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { LineCounter, parseDocument, type Document } from 'yaml';
import { strategySchema } from './strategySchema';

const MAX_LENGTH = 100_000;
/** More would only be read by whoever made them all. */
const MAX_PROBLEMS = 10;

/**
 * A strategy of YAML or JSON, or of what was read from it, checked.
 *
 * @throws InputError that names each field by its path and, of text, its line,
 *   and says what would be right
 */
export function parseStrategy(given: unknown): RolloutStrategy {
  const source = typeof given === 'string' ? readText(given) : undefined;
  const result = strategySchema.safeParse(source ? source.value : given);
  if (result.success) {
    return result.data;
  }
  const problems = result.error.issues.map(({ path, message }) => {
    const field = wordPath(path);
    const line = source?.lineOf(path);
    const place = line === undefined ? field : `${field} (line ${line})`;
    return `${place}: ${message}`;
  });
  const more = problems.length - MAX_PROBLEMS;
  throw new InputError(
    [
      ...problems.slice(0, MAX_PROBLEMS),
      ...(more > 0 ? [`and ${more} more`] : []),
    ].join('; '),
  );
}

interface Source {
  value: unknown;
  lineOf(path: PropertyKey[]): number | undefined;
}

function readText(text: string): Source {
  if (text.length > MAX_LENGTH) {
    throw new InputError(
      `The strategy has ${text.length} characters, more than ${MAX_LENGTH}`,
    );
  }
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const [error] = document.errors;
  if (error) {
    const { line } = lines.linePos(error.pos[0]);
    throw new InputError(
      `The strategy is no YAML: line ${line}: ${error.message.split('\n')[0]}`,
    );
  }
  return {
    value: toValue(document),
    lineOf: path => {
      // What is missing is looked for where it should be.
      for (let length = path.length; length >= 0; length--) {
        const at = path.slice(0, length).map(key => String(key));
        const node = document.getIn(toKeys(at), true);
        const range = (node as { range?: [number, number, number] } | undefined)
          ?.range;
        if (range) {
          return lines.linePos(range[0]).line;
        }
      }
      return undefined;
    },
  };
}

function toValue(document: Document): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 });
  } catch {
    throw new InputError('The strategy uses the same anchor too often');
  }
}

function toKeys(path: string[]): Array<string | number> {
  return path.map(key => (/^\d+$/.test(key) ? Number(key) : key));
}

/** As in `waves[1].match.labels`. */
function wordPath(path: PropertyKey[]): string {
  const words = path
    .map(key => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '');
  return words === '' ? 'The strategy' : words;
}
