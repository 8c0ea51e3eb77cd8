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

import type { Waiting } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { RolloutView } from './RolloutView';

/** A sentence about a cell that the reader may not see says only that there is one. */
export function presentWaiting(
  waiting: Waiting | undefined,
  { readable, readableCells }: RolloutView,
): Waiting | undefined {
  if (
    !waiting ||
    readable === undefined ||
    (waiting.cellId ? readableCells?.has(waiting.cellId) : !names(waiting))
  ) {
    return waiting;
  }
  const { cellId, who, ...rest } = waiting;
  return {
    ...rest,
    message: 'It waits for clusters some of which you may not see',
  };
}

/** Codes whose sentence may name clusters that a reader may not see. */
function names({ code }: Waiting): boolean {
  return ![
    'gate.approval',
    'gate.hold',
    'gate.schedule',
    'gate.freeze',
    'window.closed',
    'bake.time',
    'bake.samples',
    'paused',
    'failures',
    'fleet.stop',
  ].includes(code);
}
