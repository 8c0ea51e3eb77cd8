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

import type { TrackWork } from '@eks-fleet/backstage-plugin-eks-fleet-node';
import { createHash } from 'node:crypto';

/**
 * EKS takes a call with the same token and the same parameters only once. The
 * same hop and attempt of the same installation has the same one, whoever
 * asks and however often.
 */
export function requestToken(
  work: Pick<
    TrackWork,
    | 'installationId'
    | 'rollout'
    | 'cellId'
    | 'cluster'
    | 'kind'
    | 'name'
    | 'direction'
    | 'to'
    | 'attempt'
    | 'force'
  >,
): string {
  const parts = [
    work.installationId,
    work.rollout.id,
    work.cellId,
    work.cluster.arn,
    work.kind,
    work.name ?? '',
    work.direction,
    work.to,
    work.attempt,
    work.force,
  ];
  const digest = createHash('sha256')
    .update(JSON.stringify(parts))
    .digest('hex');
  return `eks-fleet-${digest.slice(0, 40)}`;
}
