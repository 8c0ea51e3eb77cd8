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

import { DescribeClusterCommand } from '@aws-sdk/client-eks';
import { ConfigReader } from '@backstage/config';
import { mockServices } from '@backstage/backend-test-utils';
import type {
  ClusterPolicies,
  PolicyFeed,
  PolicyFinding,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { DefaultEksFleetAwsService } from '@eks-fleet/backstage-plugin-eks-fleet-node';
import { startSimulator, type Simulator } from '@eks-fleet/simulator';
import { clusterEntity } from '../__testUtils__/entities';
import { aControlPlane } from '../__testUtils__/observations';
import { startFleet } from '../__testUtils__/startFleet';

jest.setTimeout(120_000);

const [STAGING, PROD] = ['333344445555', '444455556666'];
const REGION = 'eu-west-1';
const arnOf = (account: string, name: string) =>
  `arn:aws:eks:${REGION}:${account}:cluster/${name}`;
/** The collection goes on meanwhile. */
const MOST_LOOKS = 500;

describe('sources of policies that configuration names, over HTTP', () => {
  const environment = process.env;
  const scheduler = mockServices.scheduler();
  let simulator: Simulator;
  let aws: DefaultEksFleetAwsService;
  let fleet: Awaited<ReturnType<typeof startFleet>>;

  beforeAll(async () => {
    simulator = await startSimulator({ limits: 'off' });
    process.env = { ...environment, ...simulator.environment() };
    const reporter = (account: string, name: string, password: string) => ({
      cluster: arnOf(account, name),
      url: `${simulator.url}/policy-reporter/${account}/${REGION}/${name}`,
      basicAuth: { username: 'portal', password },
      dangerouslyAllowLoopback: true,
    });
    aws = DefaultEksFleetAwsService.fromConfig(
      new ConfigReader({
        aws: { accountDefaults: { roleName: 'eks-fleet-reader' } },
      }),
    );
    fleet = await startFleet({
      entities: [
        clusterEntity({ name: 'checkout-eu-staging', accountId: STAGING }),
        clusterEntity({ name: 'search-eu-staging', accountId: STAGING }),
        clusterEntity({ name: 'checkout-eu', accountId: PROD }),
      ],
      aws,
      config: {
        eksFleet: {
          kubernetes: { enabled: true, dangerouslyAllowHosts: ['127.0.0.1'] },
          policies: {
            policyReporters: [
              reporter(STAGING, 'checkout-eu-staging', 'demo-policy-reporter'),
              // Nobody has installed one there.
              reporter(STAGING, 'search-eu-staging', 'wrong'),
            ],
            kubeBench: {
              configMaps: {
                match: { clusters: [arnOf(PROD, 'checkout-eu')] },
              },
            },
          },
        },
      },
      // The simulator's tokens are of this hour.
      calendar: 'runs',
      scheduler,
    });
    await scheduler.triggerTask('eks-fleet-inventory');
    await describeControlPlane(PROD, 'checkout-eu');
  });

  afterAll(async () => {
    await fleet.stop();
    await simulator.stop();
    process.env = environment;
  });

  /** As discovery tells where a cluster's API is. */
  async function describeControlPlane(accountId: string, name: string) {
    const { cluster } = await aws
      .eks({ partition: 'aws', accountId, region: REGION })
      .send(new DescribeClusterCommand({ name }));
    await fleet
      .putControlPlanes(`main/${accountId}/${REGION}`, {
        observedAt: new Date().toISOString(),
        clusters: [
          aControlPlane({
            name,
            createdAt: '2025-01-02T03:04:05Z',
            version: cluster!.version!,
            endpoint: cluster!.endpoint,
            certificateAuthority: cluster!.certificateAuthority!.data,
          }),
        ],
      })
      .expect(204);
  }

  /** What is known of a cluster, once a feed is in that state. */
  async function policiesOf(
    name: string,
    feed: string,
    state: PolicyFeed['state'],
  ): Promise<ClusterPolicies & { feed: PolicyFeed }> {
    let seen: PolicyFeed | undefined;
    for (let look = 0; look < MOST_LOOKS; look++) {
      await scheduler.triggerTask('eks-fleet-collection');
      const { body } = await fleet.get(
        `/clusters/by-name/default/${name}/policies`,
      );
      seen = (body as ClusterPolicies).feeds?.find(each => each.kind === feed);
      if (seen?.state === state) {
        return { ...body, feed: seen };
      }
    }
    throw new Error(`${feed} of ${name} is ${JSON.stringify(seen)}`);
  }

  it('tell what breaks policies by way of Policy Reporter, in the place of reports', async () => {
    const { feed, feeds, items } = await policiesOf(
      'checkout-eu-staging-3333',
      'policyReporter',
      'fresh',
    );
    expect(feed).toMatchObject({
      passes: 'exact',
      observedAt: expect.any(String),
    });
    expect(feeds.map(({ kind }) => kind)).not.toContain('policyReports');
    const failing = items.filter(({ cell }) => cell.fail);
    expect(failing.length).toBeGreaterThan(0);
    const { body } = await fleet.get('/findings?limit=50');
    const found = (body.items as PolicyFinding[]).filter(
      ({ cluster }) => cluster.name === 'checkout-eu-staging',
    );
    expect(found.length).toBeGreaterThan(2);
    expect(found[0].policy.engine).toBe('kyverno');
  });

  it('say what is wrong with one, and hurt no other', async () => {
    const { feed } = await policiesOf(
      'search-eu-staging-3333',
      'policyReporter',
      'notInstalled',
    );
    expect(feed.error).toMatchObject({
      code: 'notInstalled',
      message: expect.stringContaining('does not serve /v2/findings (404)'),
    });
  });

  it('tell what kube-bench found, each check with its profile', async () => {
    const { feed, items } = await policiesOf(
      'checkout-eu-4444',
      'policyKubeBench',
      'fresh',
    );
    expect(feed.evaluatedAt).toMatch(/T02:00:00.000Z$/);
    const checks = items.filter(({ policy }) => policy.engine === 'kube-bench');
    expect(checks).toHaveLength(11);
    expect(checks.find(({ policy }) => policy.name === '3.2.4')).toMatchObject({
      policy: {
        kind: 'eks-1.8.0',
        title: 'Ensure that the --read-only-port is disabled',
      },
      cell: { state: 'deployed', mode: 'audit', fail: 1, passes: 'exact' },
    });
  });
});
