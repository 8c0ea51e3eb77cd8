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

import type { Manifest } from '../model/policyStory';
import type { Cluster } from '../model/types';
import type { WantedPolicies } from './policyFiles';

/** Brings policies and exceptions into a cluster; those of before that are not wanted go. */
export function deliverPolicies(
  cluster: Cluster,
  { exceptions, values }: WantedPolicies,
  now: Date,
): void {
  const { components = [], policies } = cluster.kubernetes;
  const hasEngine = components.some(
    ({ name }) => name === 'kyverno' || name === 'gatekeeper',
  );
  if (!hasEngine) {
    return;
  }
  const before = policies?.exceptions ?? [];
  cluster.kubernetes = {
    ...cluster.kubernetes,
    policies: {
      ...policies,
      ...(values && { values }),
      exceptions: exceptions.map(manifest =>
        createdOnce(manifest, before, now),
      ),
    },
  };
}

function createdOnce(
  manifest: Manifest,
  before: Manifest[],
  now: Date,
): Manifest {
  const { metadata, apiVersion } = manifest;
  const known = before.find(
    other =>
      other.apiVersion === apiVersion &&
      other.metadata.name === metadata.name &&
      other.metadata.namespace === metadata.namespace,
  );
  return {
    ...manifest,
    metadata: {
      ...metadata,
      creationTimestamp:
        known?.metadata.creationTimestamp ??
        now.toISOString().replace(/\.\d+Z$/, 'Z'),
    },
  };
}
