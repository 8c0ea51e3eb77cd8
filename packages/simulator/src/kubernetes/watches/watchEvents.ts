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

import { setTimeout as sleep } from 'node:timers/promises';
import { revisionAt } from '../continueTokens';
import {
  wholeObject,
  type KubernetesObject,
} from '../objects/KubernetesObject';
import { keyOf } from '../objects/objectsOf';
import { metadataOf, type Seen } from './WatchHistory';

const LOOK_EVERY_MS = 100;

export interface Watch {
  kind: string;
  apiVersion: string;
  /** Whether objects' metadata are enough. */
  partial: boolean;
  bookmarks: boolean;
  timeoutSeconds: number;
  /** What the list was where the watch begins; empty tells all that there is. */
  since: Seen;
  now(): Date;
  /** The list; nothing once it is served no more. */
  look(): Promise<readonly KubernetesObject[] | undefined>;
  /** Told what may be gone on from. */
  keep(seen: Seen, now: Date): void;
}

/**
 * The lines of a watch: what has changed since it began and what changes then.
 * An object's version is the revision of the change, from which the next watch
 * goes on.
 */
export async function* watchEvents(
  watch: Watch,
  signal: AbortSignal,
): AsyncGenerator<string> {
  const end = performance.now() + watch.timeoutSeconds * 1000;
  let { since } = watch;
  let before: readonly KubernetesObject[] | undefined;
  let lookedAt = 0;
  while (!signal.aborted && performance.now() < end) {
    const objects = await watch.look();
    if (!objects) {
      return;
    }
    const now = watch.now();
    // Objects are the same ones until the cluster changes, or a scan begins.
    if (objects !== before || hourOf(now) !== lookedAt) {
      const seen = metadataOf(objects, now);
      const lines = changes(watch, { since, seen, objects, now });
      if (lines.length > 0) {
        watch.keep(seen, now);
      }
      yield* lines;
      [since, before, lookedAt] = [seen, objects, hourOf(now)];
    }
    await sleep(LOOK_EVERY_MS, undefined, { ref: false });
  }
  if (!signal.aborted && watch.bookmarks) {
    const now = watch.now();
    watch.keep(since, now);
    yield line('BOOKMARK', {
      kind: watch.kind,
      apiVersion: watch.apiVersion,
      metadata: {
        resourceVersion: String(revisionAt(now)),
        creationTimestamp: null,
      },
    });
  }
}

function changes(
  watch: Watch,
  options: {
    since: Seen;
    seen: Seen;
    objects: readonly KubernetesObject[];
    now: Date;
  },
): string[] {
  const { since, seen, objects, now } = options;
  const resourceVersion = String(revisionAt(now));
  const at = (object: KubernetesObject) => ({
    ...(watch.partial
      ? { kind: 'PartialObjectMetadata', apiVersion: 'meta.k8s.io/v1' }
      : { kind: watch.kind, apiVersion: watch.apiVersion, ...object }),
    metadata: { ...object.metadata, resourceVersion },
  });
  const changed = objects.flatMap(object => {
    const key = keyOf(object);
    const known = since.get(key);
    if (known?.resourceVersion === seen.get(key)?.resourceVersion) {
      return [];
    }
    return line(known ? 'MODIFIED' : 'ADDED', at(wholeObject(object, now)));
  });
  const gone = [...since]
    .filter(([key]) => !seen.has(key))
    .map(([, metadata]) => line('DELETED', at({ metadata })));
  return [...changed, ...gone];
}

export function line(type: string, object: unknown): string {
  return `${JSON.stringify({ type, object })}\n`;
}

function hourOf(now: Date): number {
  return Math.floor(now.getTime() / 3_600_000);
}
