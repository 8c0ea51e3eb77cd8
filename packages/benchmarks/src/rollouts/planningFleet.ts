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

import type { PlanInput, PlanningCluster } from './internals';

const ENVIRONMENTS = ['dev', 'staging', 'prod', 'prod', 'prod'];
const REGIONS = ['eu-west-1', 'eu-central-1', 'us-east-1', 'us-west-2'];
const VERSIONS = ['1.31', '1.32', '1.33'];
const ADDONS = ['coredns', 'kube-proxy', 'vpc-cni', 'aws-ebs-csi-driver'];
const NODEGROUPS = 3;
const CLUSTERS_PER_SYSTEM = 4;
const OBSERVED_AT = '2026-11-23T12:00:00.000Z';

/** Clusters of several minors, with add-ons that must move and nodes that trail. */
export function planningFleet(count: number): PlanningCluster[] {
  return Array.from({ length: count }, (_, index): PlanningCluster => {
    const version = VERSIONS[index % VERSIONS.length];
    const environment = ENVIRONMENTS[index % ENVIRONMENTS.length];
    const region = REGIONS[index % REGIONS.length];
    const accountId = String(111_122_220_000 + (index % 25));
    const name = `cluster-${String(index).padStart(4, '0')}`;
    const observed = <T>(document: T) => ({
      source: 'collector' as const,
      observedAt: OBSERVED_AT,
      document,
    });
    return {
      partition: 'aws',
      accountId,
      region,
      arn: `arn:aws:eks:${region}:${accountId}:cluster/${name}`,
      entityRef: `resource:default/${name}`,
      name,
      version,
      createdAt: OBSERVED_AT,
      owner: `group:default/team-${index % 40}`,
      system: `system:default/system-${Math.floor(
        index / CLUSTERS_PER_SYSTEM,
      )}`,
      environment,
      labels: {
        environment,
        tier: String(index % 3),
        pair: `pair-${Math.floor(index / 2)}`,
      },
      ability: {
        canRollBack: true,
        nodesApart: index % 10 !== 0,
        walksMinorsAlone: false,
      },
      observations: {
        controlPlane: observed({
          name,
          version,
          status: 'ACTIVE',
          healthIssues: [],
          subnetIds: [],
          securityGroupIds: [],
          publicAccessCidrs: [],
          logTypes: [],
          autoMode: index % 7 === 0,
          autoModeNodePools: index % 7 === 0 ? ['general-purpose'] : [],
          hybridNodes: false,
        }),
        nodegroups: observed({
          nodegroups: Array.from({ length: NODEGROUPS }, (__, group) => ({
            name: `workers-${group}`,
            status: 'ACTIVE',
            version: index % 9 === 0 ? '1.30' : version,
            releaseVersion: `${version}.5-20261001`,
            amiType: 'AL2023_x86_64_STANDARD',
            instanceTypes: ['m7i.large'],
            desiredSize: 3 + group,
            subnetIds: [],
            healthIssues: [],
          })),
          unreadable: [],
        }),
        addons: observed({
          addons: ADDONS.map(addon => ({
            name: addon,
            version: releaseOf(addon, version),
            status: 'ACTIVE',
            healthIssues: [],
            marketplace: false,
          })),
          unreadable: [],
        }),
      },
    };
  });
}

/** Each version of an add-on goes with its own minor and the one after it. */
export const addonVersions: NonNullable<PlanInput['addonVersions']> = (
  _partition,
  _region,
  kubernetesVersion,
) =>
  Object.fromEntries(
    ADDONS.map(addon => [
      addon,
      [kubernetesVersion, before(kubernetesVersion)].map((minor, index) => ({
        version: releaseOf(addon, minor),
        default: index === 0,
      })),
    ]),
  );

function releaseOf(addon: string, minor: string): string {
  return `v1.${Number(minor.split('.')[1]) - 10}.${addon.length}-eksbuild.1`;
}

function before(minor: string): string {
  return `1.${Number(minor.split('.')[1]) - 1}`;
}
