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

import { readContinue, revisionAt, writeContinue } from './continueTokens';
import { KubernetesError } from './KubernetesError';
import type { KubernetesObject } from './objects/KubernetesObject';
import { keyOf } from './objects/objectsOf';
import { fieldSelector, labelSelector } from './selectors';

export interface ListRequest {
  query: URLSearchParams;
  kind: string;
  apiVersion: string;
  namespace?: string;
  now: Date;
  /** Whether a continue token is too old whatever its age. */
  expireContinue?: boolean;
}

/**
 * A list as the API server cuts it: by namespace, selectors, `limit` and
 * `continue`.
 *
 * @throws KubernetesError
 */
export function pageOf(
  objects: readonly KubernetesObject[],
  list: ListRequest,
): {
  kind: string;
  apiVersion: string;
  metadata: unknown;
  items: KubernetesObject[];
} {
  const { query, kind, apiVersion, namespace, now } = list;
  const labels = query.get('labelSelector') ?? '';
  const fields = query.get('fieldSelector') ?? '';
  const hasLabels = labelSelector(labels);
  const hasFields = fieldSelector(fields);
  const limit = readLimit(query.get('limit'));
  const token = query.get('continue');
  const { revision, after } = token
    ? readContinue(token, now, list.expireContinue)
    : { revision: revisionAt(now), after: undefined };

  const selected = objects.filter(
    object =>
      (namespace === undefined || object.metadata.namespace === namespace) &&
      hasLabels(object) &&
      hasFields(object),
  );
  const start = after === undefined ? 0 : firstAfter(selected, after);
  const end = limit ? start + limit : selected.length;
  const items = selected.slice(start, end);
  const left = selected.length - end;
  return {
    kind,
    apiVersion,
    metadata: {
      resourceVersion: String(revision),
      ...(left > 0 && {
        continue: writeContinue({ revision, after: keyOf(items.at(-1)!) }),
        // How many are left is known without selectors only.
        ...(!labels && !fields && { remainingItemCount: left }),
      }),
    },
    items,
  };
}

/** Where the first object is whose key is greater; they are in order. */
function firstAfter(
  objects: readonly KubernetesObject[],
  after: string,
): number {
  let [low, high] = [0, objects.length];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (keyOf(objects[middle]) > after) {
      high = middle;
    } else {
      low = middle + 1;
    }
  }
  return low;
}

function readLimit(text: string | null): number {
  const limit = Number(text ?? 0);
  if (!Number.isInteger(limit) || limit < 0) {
    throw KubernetesError.badRequest(`invalid limit "${text}"`);
  }
  return limit;
}
