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
  ClusterAddonSpec,
  ClusterSpec,
  NodeGroupSpec,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { accessPolicy, role } from './exampleSpecs';

/** The same numbers for the same seed. */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed * 2654435761;
  }

  /** From 0, below `below`. */
  int(below: number): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  }

  flag(): boolean {
    return this.int(2) === 1;
  }

  one<T>(...items: T[]): T {
    return items[this.int(items.length)];
  }

  some<T>(...items: T[]): T[] {
    return items.filter(() => this.flag());
  }

  maybe<T>(make: () => T): T | undefined {
    return this.flag() ? make() : undefined;
  }
}

/** A bill of materials as anybody might ask for it: right, but not for every provisioner. */
export function randomSpec(random: Random): ClusterSpec {
  const region = random.one('eu-west-1', 'us-east-1', 'ap-southeast-2');
  const kubernetesVersion = random.one('1.30', '1.33', '1.34');
  const autoMode = random.maybe(() => ({
    nodePools: random.some('general-purpose' as const, 'system' as const),
  }));
  const count = random.int(4) || (autoMode ? 0 : 1);
  const isPublic = random.flag();
  const isDeleting = random.int(5) === 0;
  return defined({
    name: random.one('orders', 'checkout-dev', 'no', 'n', 'a-rather-long-name'),
    accountId: '111122223333',
    region,
    environment: random.one('prod', 'stage', 'on', 'null'),
    owner: random.one('group:default/payments', 'user:default/a.b_c'),
    kubernetesVersion,
    network: defined({
      ...(random.flag()
        ? {
            vpcCidr: random.one('10.40.0.0/16', '100.64.8.0/21'),
            availabilityZones: random.one(2 as const, 3 as const),
          }
        : {
            vpcId: 'vpc-00000001',
            subnetIds: ['subnet-00000001', 'subnet-1e000000'],
          }),
      serviceIpv4Cidr: random.maybe(() => '172.20.0.0/16'),
    }) as ClusterSpec['network'],
    compute: defined({
      autoMode,
      nodeGroups: Array.from({ length: count }, (_, index) =>
        randomNodeGroup(random, index, kubernetesVersion),
      ),
    }),
    addons: randomAddons(random),
    gitopsAddons: random.some('argo_rollouts', 'kyverno', 'metrics_server'),
    podIdentityAssociations: random.some(
      { namespace: 'true', serviceAccount: 'a', roleArn: role('a') },
      { namespace: 'b', serviceAccount: '0x1f', roleArn: role('path/to/b') },
    ),
    authenticationMode: random.one('API', 'API_AND_CONFIG_MAP'),
    accessEntries: random.some(
      {
        principalArn: role('a/b+c=d,e.f@g-h'),
        kubernetesGroups: ['team-a', 'y', '1.5'],
        accessPolicies: [],
      },
      {
        principalArn: 'arn:aws:iam::999988887777:user/ann',
        kubernetesGroups: [],
        accessPolicies: [
          {
            policyArn: accessPolicy('AmazonEKSViewPolicy'),
            namespaces: ['*-a', '1', 'off'],
          },
          { policyArn: accessPolicy('AmazonEKSAdminViewPolicy') },
        ],
      },
    ),
    upgradePolicy: { supportType: random.one('STANDARD', 'EXTENDED') },
    endpointAccess: {
      private: !isPublic || random.flag(),
      public: isPublic,
      publicCidrs: isPublic
        ? ['203.0.113.0/24', ...random.some('198.51.100.7/32')]
        : [],
    },
    logTypes: random.some('api', 'audit', 'scheduler'),
    zonalShift: random.flag(),
    roleArn: random.maybe(() => role('eks/cluster')),
    nodeRoleArn: autoMode?.nodePools.length
      ? random.maybe(() => role('node'))
      : undefined,
    encryptionKeyArn: random.maybe(
      () => `arn:aws:kms:${region}:999988887777:key/0a1b2c3d-1111`,
    ),
    tags: Object.fromEntries(
      random.some(
        ['yes', 'no'],
        ['a b', '= @ +'],
        ['1e3', '0o17'],
        ['k/:', '2027-01-01'],
        ['empty', ''],
      ),
    ),
    reconcileAt: random.maybe(() => '2027-03-31T12:00:00Z'),
    expiresOn: random.maybe(() => '2028-02-29'),
    deletionProtection: !isDeleting && random.flag(),
    lifecycle: isDeleting ? 'deleting' : 'active',
  } as ClusterSpec);
}

function randomNodeGroup(
  random: Random,
  index: number,
  kubernetesVersion: string,
): NodeGroupSpec {
  const isArm = random.flag();
  const minSize = random.int(3);
  return defined({
    name: `${random.one('general', 'n', 'true')}-${index}`,
    instanceTypes: isArm
      ? ['m7g.large']
      : random.one(['m7i.large'], ['c7i.large', 'c6a.large']),
    capacityType: random.one('ON_DEMAND', 'SPOT'),
    amiType: random.one(
      isArm ? 'AL2023_ARM_64_STANDARD' : 'AL2023_x86_64_STANDARD',
      isArm ? 'BOTTLEROCKET_ARM_64' : 'BOTTLEROCKET_x86_64',
    ),
    minSize,
    desiredSize: minSize + random.int(2),
    maxSize: minSize + 1 + random.int(9),
    diskSizeGib: random.maybe(() => 100),
    labels: Object.fromEntries(
      random.some(['acme.io/x', 'yes'], ['1', '1'], ['tier', '']),
    ),
    taints: random.some(
      { key: 'a.b/c', value: 'null', effect: 'NO_SCHEDULE' as const },
      { key: 'a_b', effect: 'NO_EXECUTE' as const },
      { key: 'a.b', value: '', effect: 'NO_EXECUTE' as const },
    ),
    kubernetesVersion: random.one(undefined, kubernetesVersion),
    releaseVersion: random.maybe(() => '1.33.5-20261020'),
    nodeRoleArn: random.maybe(() => role('node')),
  });
}

function randomAddons(random: Random): ClusterAddonSpec[] {
  const names = random.some('vpc-cni', 'coredns', 'kubecost_kubecost');
  return names.map(name =>
    defined({
      name,
      version: random.maybe(() => 'v1.20.1-eksbuild.1'),
      configuration: random.maybe(() => ({
        replicas: random.int(9),
        on: { off: ['- a: b', "it's", '#', 1.5, null, true], '': {} },
      })),
      serviceAccountRoleArn: random.maybe(() => role('sa')),
      podIdentityAssociations: random.some({
        serviceAccount: 'on',
        roleArn: role('pod'),
      }),
    }),
  );
}

/** As the check leaves it: what is left out is not there at all. */
function defined<T extends object>(value: T): T {
  return Object.fromEntries(
    Object.entries(value).filter(([, each]) => each !== undefined),
  ) as T;
}
