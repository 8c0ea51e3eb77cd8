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

import type { PreflightGround } from '../ground/types';
import type { AddressRange } from './addresses';

/**
 * All addresses that are taken, in order: those of VPCs, and those that other
 * requests hold.
 */
export function takenRanges(
  ask: { requestId?: string },
  ground: Pick<PreflightGround, 'network' | 'reservations'>,
): readonly AddressRange[] {
  const reserved = ground.reservations.ranges.filter(
    ({ requestId }) => requestId !== ask.requestId,
  );
  return inOrder(ground.network.taken, reserved);
}

/** Two lists that are in order, as one. */
export function inOrder(
  a: readonly AddressRange[],
  b: readonly AddressRange[],
): readonly AddressRange[] {
  if (b.length === 0) {
    return a;
  }
  const merged: AddressRange[] = [];
  let next = 0;
  for (const range of a) {
    while (next < b.length && b[next].from < range.from) {
      merged.push(b[next]);
      next += 1;
    }
    merged.push(range);
  }
  return [...merged, ...b.slice(next)];
}
