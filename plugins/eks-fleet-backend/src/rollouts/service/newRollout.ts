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

import type { RolloutDraft } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { randomBytes, randomUUID } from 'node:crypto';
import type { RolloutRecord } from '../records';
import type { PlanningCluster } from '../types';
import { subjectsOf } from './subjectsOf';

/** A draft as it is kept at first. */
export function newRollout(
  { revision, ...draft }: RolloutDraft,
  {
    at,
    by,
    clusters,
    stragglersOf,
  }: {
    at: string;
    by: string;
    clusters: PlanningCluster[];
    /** Id of the rollout whose leftovers it takes. */
    stragglersOf?: string;
  },
): RolloutRecord {
  return {
    ...draft,
    id: randomUUID(),
    name: nameOf(draft),
    revision: 1,
    changes: 0,
    lifecycle: 'draft',
    planHash: '',
    control: {},
    unassigned: [],
    stragglersOf,
    ...subjectsOf(clusters, by),
    createdBy: by,
    createdAt: at,
  };
}

function nameOf({ change }: RolloutDraft): string {
  const what =
    change.kind === 'kubernetesVersion'
      ? change.version!.replace('.', '-')
      : { addons: 'addons', nodeImages: 'node-images' }[change.kind];
  return `${what}-${randomBytes(3).toString('hex')}`;
}
