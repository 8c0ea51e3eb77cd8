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

import { createHash } from 'node:crypto';

const LANES = 8;

/** Names a set of things, in whichever order they come. */
export class SetHash {
  readonly #lanes = new Uint32Array(LANES);

  add(thing: string): void {
    const digest = createHash('sha256').update(thing).digest();
    for (let lane = 0; lane < LANES; lane++) {
      this.#lanes[lane] += digest.readUInt32LE(lane * 4);
    }
  }

  toString(): string {
    return Buffer.from(this.#lanes.buffer).toString('base64url');
  }
}
