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

import type { ClusterIdentity } from './identity';
import { uuidFrom } from './ids';
import type { Update, UpdateSpec } from './updates';

/** An update, with what its specification leaves out. */
export function createUpdate(
  spec: UpdateSpec,
  cluster: ClusterIdentity,
): Update {
  const { nodegroupName, addonName, capabilityName } = spec;
  const subject = nodegroupName ?? addonName ?? capabilityName ?? '';
  const status = spec.status ?? 'Successful';
  const createdAt = new Date(spec.createdAt);
  return {
    id: uuidFrom(
      [cluster.id, 'update', spec.type, subject, spec.createdAt].join('/'),
    ),
    type: spec.type,
    status,
    createdAt,
    ...(status !== 'InProgress' && {
      endedAt: spec.endedAt ? new Date(spec.endedAt) : createdAt,
    }),
    nodegroupName,
    addonName,
    capabilityName,
    params: { ...spec.params },
    errors: structuredClone(spec.errors ?? []),
  };
}
