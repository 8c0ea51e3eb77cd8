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

import { startCloud, type Cloud } from '../__testUtils__/startCloud';
import { insightsCollector } from './insights';
import { toInsight } from './toInsight';

jest.setTimeout(60_000);

describe('insightsCollector', () => {
  let cloud: Cloud;

  afterEach(() => cloud.stop());

  it('describes what is not passing, and no more', async () => {
    cloud = await startCloud({
      cluster: {
        insights: [
          { name: 'one', status: 'PASSING', description: 'All is well' },
          { name: 'two', status: 'WARNING' },
          { name: 'three', status: 'UNKNOWN' },
        ],
      },
    });
    const { insights } = await cloud.collect(insightsCollector(cloud));
    expect(insights).toContainEqual(
      expect.objectContaining({
        name: 'one',
        status: 'PASSING',
        description: 'All is well',
      }),
    );
    expect(cloud.calls()).toEqual({ ListInsights: 1, DescribeInsight: 2 });
  });

  it('tells of deprecated APIs, their callers, and add-ons', async () => {
    cloud = await startCloud({
      cluster: {
        version: '1.31',
        insights: [
          {
            name: 'Deprecated APIs removed in Kubernetes v1.32',
            status: 'ERROR',
            reason: 'Deprecated API usage detected within last 30 days.',
            recommendation: 'Update manifests.\n\nThen *wait*.',
            additionalInfo: {
              'EKS documentation': 'https://docs.aws.amazon.com/eks/',
              Trick: 'data:text/html,<script>1</script>',
            },
            resources: [
              {
                kubernetesResourceUri: '/apis/apps/v1/namespaces/a',
                status: 'ERROR',
              },
            ],
            deprecations: [
              {
                usage: '/apis/flowcontrol.apiserver.k8s.io/v1beta3/flowschemas',
                replacedWith:
                  '/apis/flowcontrol.apiserver.k8s.io/v1/flowschemas',
                stopServingVersion: '1.32',
                startServingReplacementVersion: '1.29',
                clients: [
                  {
                    userAgent: 'policy-sync/v0.9.2',
                    requestsLast30Days: 12,
                    lastRequestTime: new Date().toISOString(),
                  },
                ],
              },
            ],
            addonCompatibility: [
              { name: 'vpc-cni', compatibleVersions: ['v1.2', 'v1.1'] },
            ],
          },
        ],
      },
    });
    const { insights } = await cloud.collect(insightsCollector(cloud));
    expect(insights).toContainEqual(
      expect.objectContaining({
        name: 'Deprecated APIs removed in Kubernetes v1.32',
        category: 'UPGRADE_READINESS',
        status: 'ERROR',
        reason: 'Deprecated API usage detected within last 30 days.',
        kubernetesVersion: '1.32',
        recommendation: 'Update manifests.\n\nThen *wait*.',
        lastRefreshTime: expect.stringMatching(/Z$/),
        lastTransitionTime: expect.stringMatching(/Z$/),
        links: { 'EKS documentation': 'https://docs.aws.amazon.com/eks/' },
        resources: [
          expect.objectContaining({
            kubernetesResourceUri: '/apis/apps/v1/namespaces/a',
            status: 'ERROR',
          }),
        ],
        deprecations: [
          {
            usage: '/apis/flowcontrol.apiserver.k8s.io/v1beta3/flowschemas',
            replacedWith: '/apis/flowcontrol.apiserver.k8s.io/v1/flowschemas',
            stopServingVersion: '1.32',
            startServingReplacementVersion: '1.29',
            clients: [
              {
                userAgent: 'policy-sync/v0.9.2',
                requestsLast30Days: 12,
                lastRequestTime: expect.stringMatching(/Z$/),
              },
            ],
          },
        ],
        addons: [{ name: 'vpc-cni', compatibleVersions: ['v1.1', 'v1.2'] }],
      }),
    );
  });

  it('lets categories pass that nobody knows', async () => {
    cloud = await startCloud({
      cluster: {
        insights: [
          { name: 'Quantum readiness', category: 'QUANTUM', status: 'UNKNOWN' },
        ],
      },
    });
    const { insights } = await cloud.collect(insightsCollector(cloud));
    expect(insights).toContainEqual(
      expect.objectContaining({
        name: 'Quantum readiness',
        category: 'QUANTUM',
        status: 'UNKNOWN',
      }),
    );
  });

  it('names one that is listed and cannot be described', async () => {
    cloud = await startCloud();
    cloud.simulator.addFault({
      match: { operation: 'DescribeInsight' },
      effect: 'deny',
      times: 1,
    });
    const { insights, unreadable } = await cloud.collect(
      insightsCollector(cloud),
    );
    expect(unreadable).toHaveLength(1);
    expect(insights).toContainEqual(
      expect.objectContaining({
        id: unreadable[0].name,
        deprecations: [],
        resources: [],
      }),
    );
  });
});

describe('toInsight', () => {
  it('takes what says nothing for unknown', () => {
    expect(toInsight({}, 'i-1')).toMatchObject({
      id: 'i-1',
      name: 'i-1',
      category: 'UNKNOWN',
      status: 'UNKNOWN',
      resources: [],
      deprecations: [],
      addons: [],
      links: {},
    });
  });

  it('cuts what is too long to be true', () => {
    const insight = toInsight(
      {
        name: 'n'.repeat(9999),
        description: 'd'.repeat(99_999),
        resources: Array.from({ length: 5000 }, () => ({})),
      },
      'i-1',
    );
    expect(insight.name).toHaveLength(2000);
    expect(insight.description).toHaveLength(20_000);
    expect(insight.resources).toHaveLength(2000);
  });
});
