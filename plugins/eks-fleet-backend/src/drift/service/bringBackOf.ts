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

import type { JsonObject } from '@backstage/types';
import {
  clusterThingKey,
  compareVersions,
  type ClusterSpec,
  type DriftDifference,
  type DriftReturn,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { hashOfSpec } from '../../requests/service/specHash';

/**
 * What makes the provisioner apply a file again, which says already what is
 * wanted; and what stays all the same. Pure.
 */
export function bringBackOf(
  spec: ClusterSpec,
  commit: string,
  differences: DriftDifference[],
): DriftReturn {
  const said = JSON.parse(JSON.stringify(spec)) as JsonObject;
  return {
    thing: clusterThingKey(spec),
    owner: spec.owner,
    spec: said,
    base: { specHash: hashOfSpec(said), commit },
    left: differences.filter(staysThere).map(({ field }) => field),
  };
}

/** No provisioner takes away what it did not make, nor takes a version back. */
function staysThere({ field, inEks, inGit, kind }: DriftDifference): boolean {
  if (kind === 'onlyInEks') {
    return !field.startsWith('tags[');
  }
  return (
    /(^|\.)kubernetesVersion$/.test(field) &&
    inGit !== undefined &&
    inEks !== undefined &&
    compareVersions(inEks, inGit) > 0
  );
}
