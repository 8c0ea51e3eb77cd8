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

import type { RolloutRights } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { GateRecord, RolloutRecord } from '../records';
import type { RolloutScope } from '../store/types';
import { hasPart } from './hasPart';
import { inRolloutScope } from './inRolloutScope';
import type { Reader } from './readerOf';

/** What a reader may do with one rollout. */
export function rightsOf(
  { plan, rights, user }: Reader,
  rollout: RolloutRecord,
): RolloutRights {
  const may = (scope: RolloutScope) =>
    user !== undefined && inRolloutScope(rollout, scope);
  return {
    edit: user !== undefined && plan,
    start: may(rights.start),
    pause: may(rights.pause),
    approve: may(rights.approve),
    force: may(rights.force),
    rollback: may(rights.rollback),
  };
}

/** Whether a gate is the reader's to decide, as far as permissions and four eyes go. */
export function mayDecide(
  gate: GateRecord,
  may: RolloutRights,
  rollout: RolloutRecord,
  user: string | undefined,
): boolean {
  return (
    user !== undefined &&
    may.approve &&
    (gate.type === 'hold' ||
      (gate.type === 'approval' && !hasPart(rollout, user)))
  );
}
