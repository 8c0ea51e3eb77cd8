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

import type {
  Nodegroup,
  NodegroupsDocument,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { ClusterStatement, StatedNodeGroup } from '../types';
import type { Comparison } from './driftOfCluster';
import { Findings } from './findings';

/** Managed node groups; how many nodes there are now is an autoscaler's business. */
export function compareNodeGroups(
  { isWhole, nodeGroups }: ClusterStatement,
  document: NodegroupsDocument | undefined,
): Comparison {
  const findings = new Findings();
  if (!nodeGroups) {
    return findings;
  }
  if (!document) {
    if (nodeGroups.length > 0 || isWhole) {
      findings.notObserved('compute.nodeGroups');
    }
    return findings;
  }
  const found = new Map(document.nodegroups.map(each => [each.name, each]));
  const unreadable = new Set(document.unreadable.map(({ name }) => name));
  for (const said of nodeGroups) {
    const field = `compute.nodeGroups[${said.name}]`;
    const group = found.get(said.name);
    found.delete(said.name);
    if (group) {
      compareGroup(findings, field, said, group);
    } else if (unreadable.has(said.name)) {
      findings.notObserved(field);
    } else {
      findings.onlyInGit(field, describe(said), said.name);
    }
  }
  if (isWhole) {
    for (const group of found.values()) {
      findings.onlyInEks(
        `compute.nodeGroups[${group.name}]`,
        describe(group),
        group.name,
      );
    }
  }
  return findings;
}

function compareGroup(
  findings: Findings,
  field: string,
  said: StatedNodeGroup,
  found: Nodegroup,
): void {
  const compare = (
    part: string,
    inGit: Parameters<Findings['compare']>[1],
    inEks: Parameters<Findings['compare']>[2],
  ) => findings.compare(`${field}.${part}`, inGit, inEks, said.name);
  compare(
    'instanceTypes',
    said.instanceTypes,
    // With a launch template it may be there that they are said.
    found.instanceTypes.length > 0 ? found.instanceTypes : undefined,
  );
  compare('capacityType', said.capacityType, found.capacityType);
  compare('amiType', said.amiType, found.amiType);
  compare('minSize', said.minSize, found.minSize);
  compare('maxSize', said.maxSize, found.maxSize);
  compare('kubernetesVersion', said.kubernetesVersion, found.version);
  compare('releaseVersion', said.releaseVersion, found.releaseVersion);
}

function describe({
  instanceTypes = [],
  maxSize,
  minSize,
}: Pick<StatedNodeGroup, 'instanceTypes' | 'maxSize' | 'minSize'>): string {
  const sizes =
    minSize !== undefined && maxSize !== undefined
      ? `${minSize}–${maxSize} nodes`
      : '';
  return (
    [instanceTypes.join(', '), sizes].filter(Boolean).join(' · ') || 'is there'
  );
}
