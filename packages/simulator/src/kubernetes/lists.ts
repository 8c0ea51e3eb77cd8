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

import { KubernetesError } from './KubernetesError';
import type { KubernetesObject } from './workload';

const RESOURCE_VERSION = '1000';

/** A list as the API server cuts it: by label selector, `limit` and `continue`. */
export function pageOf<T extends KubernetesObject>(
  objects: T[],
  list: { query: URLSearchParams; kind: string; apiVersion: string },
): unknown {
  const { query, kind, apiVersion } = list;
  const selected = objects.filter(object =>
    matchesSelector(object, query.get('labelSelector') ?? ''),
  );
  const limit = readLimit(query.get('limit'));
  const start = readContinue(query.get('continue'));
  const end = limit ? start + limit : selected.length;
  const left = selected.length - end;
  return {
    kind,
    apiVersion,
    metadata: {
      resourceVersion: RESOURCE_VERSION,
      ...(left > 0
        ? { continue: writeContinue(end), remainingItemCount: left }
        : {}),
    },
    items: selected.slice(start, end),
  };
}

function readLimit(text: string | null): number {
  const limit = Number(text ?? 0);
  if (!Number.isInteger(limit) || limit < 0) {
    throw new KubernetesError(400, 'BadRequest', `invalid limit "${text}"`);
  }
  return limit;
}

function writeContinue(start: number): string {
  return Buffer.from(`v1:${RESOURCE_VERSION}:${start}`).toString('base64url');
}

function readContinue(token: string | null): number {
  if (!token) {
    return 0;
  }
  const text = Buffer.from(token, 'base64url').toString();
  const match = /^v1:1000:(\d+)$/.exec(text);
  if (!match) {
    throw new KubernetesError(400, 'BadRequest', 'continue key is not valid');
  }
  return Number(match[1]);
}

/** Equality, inequality and existence, joined by commas; not the set forms. */
function matchesSelector(object: KubernetesObject, selector: string): boolean {
  const labels = object.metadata.labels ?? {};
  return selector
    .split(',')
    .filter(Boolean)
    .every(requirement => {
      const [, name, operator, value] =
        /^([^=!]+)(!=|==|=)(.*)$/.exec(requirement) ?? [];
      if (operator === undefined) {
        return requirement.startsWith('!')
          ? !Object.hasOwn(labels, requirement.slice(1))
          : Object.hasOwn(labels, requirement);
      }
      return operator === '!='
        ? labels[name] !== value
        : labels[name] === value;
    });
}
