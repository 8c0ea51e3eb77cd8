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

import { ManualClock } from '../../clock';
import { CloudModel } from '../../model';
import type { Insight } from '../../model/insights';
import { insightsOf } from '../../model/insightsOf';
import { compatibleAddonVersions } from '../../model/addonCatalogue';
import type { Cluster } from '../../model/types';
import { demoFleet } from '../demo';
import { DEV, PAYMENTS_PROD, PROD, SANDBOX, STAGING } from '../demoAccounts';
import { demoStory } from '.';

const clock = new ManualClock('2026-11-23T09:00:00Z');
const model = CloudModel.fromSpec(demoFleet(1, clock.now()), clock);

const cluster = (accountId: string, name: string): Cluster =>
  model.clusters({ accountId }).find(found => found.name === name)!;

const insight = (of: Cluster, name: string): Insight | undefined =>
  insightsOf(of, clock.now()).find(found => found.name === name);

const nodegroup = (of: Cluster, name: string) =>
  of.nodegroups.find(found => found.name === name);

const addon = (of: Cluster, name: string) =>
  of.addons.find(found => found.name === name);

const freeAddresses = (of: Cluster) =>
  of.subnets.reduce((sum, subnet) => sum + subnet.availableIpAddressCount, 0);

describe('the story of the demo fleet', () => {
  it.each<[string, () => unknown, unknown]>([
    [
      'an add-on of the Marketplace that has no version for the next minor',
      () => [
        addon(cluster(PROD, 'checkout-eu'), 'kubecost_kubecost')?.version,
        compatibleAddonVersions('kubecost_kubecost', '1.34'),
      ],
      ['v2.8.2-eksbuild.1', []],
    ],
    [
      'an add-on of EKS that has to be updated before the upgrade',
      () =>
        insight(
          cluster(STAGING, 'data-staging'),
          'EKS add-on version compatibility',
        ),
      expect.objectContaining({
        status: 'ERROR',
        addonCompatibility: [
          { name: 'adot', compatibleVersions: ['v0.151.0-eksbuild.1'] },
        ],
      }),
    ],
    [
      'an add-on with too few replicas',
      () =>
        addon(cluster(PAYMENTS_PROD, 'payments-fraud'), 'aws-ebs-csi-driver'),
      expect.objectContaining({
        status: 'DEGRADED',
        healthIssues: [
          expect.objectContaining({ code: 'InsufficientNumberOfReplicas' }),
        ],
      }),
    ],
    [
      'nodes three minors behind',
      () => insight(cluster(PROD, 'data-lake-ingest'), 'Kubelet version skew'),
      expect.objectContaining({
        status: 'ERROR',
        resources: [
          expect.objectContaining({
            arn: nodegroup(cluster(PROD, 'data-lake-ingest'), 'ingest-2024')
              ?.arn,
          }),
        ],
      }),
    ],
    [
      'nodes two minors behind',
      () => insight(cluster(PROD, 'batch-legacy'), 'Kubelet version skew'),
      expect.objectContaining({ status: 'WARNING' }),
    ],
    [
      'Amazon Linux 2 before the version that has none',
      () => [
        nodegroup(cluster(PROD, 'identity-us'), 'general-al2')?.amiType,
        insight(cluster(PROD, 'identity-us'), 'Amazon Linux 2 compatibility')
          ?.status,
      ],
      ['AL2_x86_64', 'ERROR'],
    ],
    [
      'a custom AMI without a release version',
      () => nodegroup(cluster(PAYMENTS_PROD, 'ledger'), 'hardened'),
      expect.objectContaining({ amiType: 'CUSTOM', releaseVersion: undefined }),
    ],
    [
      'a node group that gets no instances',
      () => nodegroup(cluster(PROD, 'checkout-us'), 'checkout-peak'),
      expect.objectContaining({
        status: 'DEGRADED',
        healthIssues: [
          expect.objectContaining({ code: 'AsgInstanceLaunchFailures' }),
        ],
      }),
    ],
    [
      'Fargate alone',
      () => [
        cluster(DEV, 'mobile-dev').nodegroups.length,
        cluster(DEV, 'mobile-dev').fargateProfiles.map(({ name }) => name),
      ],
      [0, ['system', 'mobile']],
    ],
    [
      'a cluster that runs nothing',
      () => cluster(SANDBOX, 'hackday-2025').nodegroups[0].desiredSize,
      0,
    ],
    [
      'subnets with three free addresses',
      () => freeAddresses(cluster(STAGING, 'legacy-reports')),
      3,
    ],
    [
      'subnets with four free addresses',
      () => freeAddresses(cluster(PROD, 'batch-legacy')),
      4,
    ],
    [
      'a subnet that is no more',
      () => cluster(DEV, 'search-apac-dev').subnets[0].deleted,
      true,
    ],
    [
      'an insight that knows nothing',
      () => insight(cluster(PROD, 'search-us'), 'kube-proxy version skew'),
      expect.objectContaining({
        status: 'UNKNOWN',
        category: 'UPGRADE_READINESS',
      }),
    ],
    [
      'a category that nobody knows',
      () =>
        insight(cluster(DEV, 'payments-dev'), 'Certificate algorithm agility')
          ?.category,
      'FUTURE_CHECKS',
    ],
    [
      'an upgrade that may still be taken back',
      () =>
        insightsOf(
          cluster(STAGING, 'platform-tools-staging'),
          clock.now(),
        ).filter(({ category }) => category === 'ROLLBACK_READINESS').length,
      5,
    ],
    [
      'an update that failed on a pod without a name',
      () =>
        cluster(STAGING, 'mobile-staging').updates.find(
          ({ status }) => status === 'Failed',
        ),
      expect.objectContaining({
        nodegroupName: 'general',
        errors: [
          expect.objectContaining({
            errorCode: 'PodEvictionFailure',
            errorMessage: expect.not.stringMatching(/pod [a-z]+-/),
          }),
        ],
      }),
    ],
    [
      'an update under way where the cluster is UPDATING',
      () =>
        cluster(STAGING, 'identity-eu-staging').updates.filter(
          ({ status }) => status === 'InProgress',
        ),
      [expect.objectContaining({ params: { Version: '1.36' } })],
    ],
    [
      'a managed Argo CD',
      () => cluster(PROD, 'platform-tools').capabilities,
      [expect.objectContaining({ type: 'ARGOCD', status: 'ACTIVE' })],
    ],
    [
      'ACK and kro',
      () =>
        cluster(DEV, 'platform-tools-dev').capabilities.map(({ type }) => type),
      ['ACK', 'KRO'],
    ],
  ])('has %s', (_, fact, expected) => {
    expect(fact()).toEqual(expected);
  });

  describe('of the deprecated API', () => {
    const stories = () =>
      model.clusters().flatMap(found =>
        insightsOf(found, clock.now())
          .filter(
            ({ name }) =>
              name === 'Deprecated APIs removed in Kubernetes v1.34',
          )
          .map(({ status, deprecations }) => ({
            team: found.tags.team,
            status,
            clients: deprecations.flatMap(({ clients }) => clients),
          })),
      );

    it('has one caller on clusters of many teams, here this morning and there 12 days ago', () => {
      const found = stories();
      expect(new Set(found.map(({ team }) => team)).size).toBeGreaterThan(3);
      expect(
        new Set(
          found.flatMap(({ clients }) =>
            clients.map(({ userAgent }) => userAgent),
          ),
        ),
      ).toEqual(
        new Set(['policy-sync/v0.9.2 (linux/amd64) kubernetes/5a1c7de']),
      );
      const times = found.map(({ clients }) => clients[0].lastRequestTime);
      expect(times.filter(time => time >= '2026-11-23')).toHaveLength(4);
      expect(
        times.filter(time => time === '2026-11-11T09:00:00.000Z'),
      ).toHaveLength(4);
      expect(found.every(({ status }) => status === 'ERROR')).toBe(true);
    });

    it('is forgotten 30 days after the last call', () => {
      const later = new ManualClock('2026-11-23T09:00:00Z');
      const of = cluster(SANDBOX, 'sandbox-data');
      const statusIn = (days: number) => {
        const now = new Date(later.now().getTime() + days * 86_400_000);
        return insightsOf(of, now).find(({ name }) =>
          name.startsWith('Deprecated'),
        );
      };
      expect(statusIn(17)).toMatchObject({ status: 'ERROR' });
      expect(statusIn(20)).toMatchObject({
        status: 'PASSING',
        deprecations: [],
        lastTransitionTime: new Date('2026-12-11T09:00:00Z'),
      });
    });
  });

  it('leaves most clusters in good health', () => {
    const inTrouble = model
      .clusters()
      .filter(found =>
        insightsOf(found, clock.now()).some(
          ({ category, status }) =>
            category === 'UPGRADE_READINESS' && status !== 'PASSING',
        ),
      );
    expect(inTrouble.length).toBeGreaterThan(10);
    expect(inTrouble.length).toBeLessThan(model.clusters().length / 3);
  });

  it('happens to clusters that there are', () => {
    const names = new Set(
      model.clusters().map(({ accountId, name }) => `${accountId}/${name}`),
    );
    expect(
      Object.keys(demoStory(clock.now())).filter(name => !names.has(name)),
    ).toEqual([]);
  });
});
