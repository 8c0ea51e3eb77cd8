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

import type { Readable } from 'node:stream';
import { failureOfStatus, type Asked } from './failureOfStatus';
import { readLinesOf } from './readBody';
import type { WatchEnd, WatchEvent } from './types';

const CHANGES = ['ADDED', 'MODIFIED', 'DELETED'];
const GONE = 410;

/** What a line of a watch holds, as far as it is looked at. */
interface Line {
  type?: unknown;
  object?: {
    metadata?: { resourceVersion?: unknown };
    /** Of a `Status`. */
    code?: unknown;
    message?: unknown;
  };
}

/**
 * Tells each event of a watch until its server ends it.
 *
 * @throws ObservationFailure where the server says what went wrong
 */
export async function readWatch(
  body: Readable,
  onEvent: (event: WatchEvent) => void,
  options: { asked: Asked; identity?: string },
): Promise<WatchEnd> {
  let end: WatchEnd = 'ended';
  await readLinesOf(
    body,
    text => {
      const { type, object } = parse(text);
      const version = object?.metadata?.resourceVersion;
      if (type === 'ERROR') {
        if (object?.code !== GONE) {
          throw failureOfStatus(Number(object?.code) || 500, {
            ...options,
            message: String(object?.message ?? ''),
          });
        }
        end = 'expired';
      } else if (type === 'BOOKMARK' || CHANGES.includes(String(type))) {
        onEvent({
          change: type !== 'BOOKMARK',
          version: typeof version === 'string' ? version : undefined,
        });
      }
    },
    // An object that is too long to be looked at has changed all the same.
    () => onEvent({ change: true }),
  );
  return end;
}

function parse(text: string): Line {
  try {
    return JSON.parse(text) ?? {};
  } catch {
    // The end of one that broke off.
    return {};
  }
}
