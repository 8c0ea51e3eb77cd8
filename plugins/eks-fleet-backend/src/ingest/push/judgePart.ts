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

import { IngestRefusal } from '../IngestRefusal';

/** What is known of a snapshot that comes in parts. */
export interface KnownSnapshot {
  /** `dropped`: another one began before it was finished, or it failed. */
  state: 'open' | 'complete' | 'taken' | 'dropped';
  /** So many came, in order. */
  parts: number;
  /** Names what the last of them said. */
  lastHash: string;
}

/**
 * Whether a part is the one that was taken last, sent again because its answer
 * was lost. One that is neither that nor the next is refused.
 *
 * @throws IngestRefusal that says which part would be taken
 */
export function judgePart(
  known: KnownSnapshot | undefined,
  part: { sequence: number; hash: string },
): boolean {
  const { hash, sequence } = part;
  if (!known) {
    if (sequence !== 0) {
      throw new IngestRefusal(
        'outOfOrder',
        `Part ${sequence} is of a snapshot that has not begun; begin with part 0`,
        0,
      );
    }
    return false;
  }
  const { lastHash, parts, state } = known;
  if (sequence === parts - 1 && hash === lastHash && state !== 'dropped') {
    return true;
  }
  if (state === 'dropped') {
    throw new IngestRefusal(
      'superseded',
      'This snapshot was given up, as another one has begun or it took too long; begin another one with part 0',
      0,
    );
  }
  if (state !== 'open') {
    throw new IngestRefusal(
      'replayed',
      'This snapshot was taken already; begin another one with part 0',
      0,
    );
  }
  if (sequence < parts) {
    throw new IngestRefusal(
      'replayed',
      `Part ${sequence} was taken already; send part ${parts}`,
      parts,
    );
  }
  if (sequence > parts) {
    throw new IngestRefusal(
      'outOfOrder',
      `Part ${sequence} comes too early; send part ${parts}`,
      parts,
    );
  }
  return false;
}
