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

/** Whether it is the same thing that is waited for, so that its `since` stays. */
export function sameWaiting(
  a: Omit<Waiting, 'since'> | undefined,
  b: Omit<Waiting, 'since'> | undefined,
): boolean {
  return (
    a?.code === b?.code && a?.gateId === b?.gateId && a?.cellId === b?.cellId
  );
}

/** With `since` of what was waited for before, where it is the same. */
export function keepSince(
  waiting: Omit<Waiting, 'since'> | undefined,
  before: Waiting | undefined,
  now: Date,
): Waiting | undefined {
  return (
    waiting && {
      ...waiting,
      since: sameWaiting(waiting, before)
        ? before?.since ?? now.toISOString()
        : now.toISOString(),
    }
  );
}
