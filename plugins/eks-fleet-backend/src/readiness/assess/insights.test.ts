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

import type { InsightDeprecation } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import {
  ago,
  DAY_MS,
  findingOf,
  findingsOf,
  insight,
  news,
} from '../__testUtils__/assessment';

const insights = (...list: ReturnType<typeof insight>[]) => ({
  documents: { insights: { insights: list, unreadable: [] } },
});
const usage = '/apis/flowcontrol.apiserver.k8s.io/v1beta3/flowschemas';
const removal = (
  clients: InsightDeprecation['clients'],
  extra: Partial<InsightDeprecation> = {},
) =>
  insight({
    name: 'Deprecated APIs removed in Kubernetes v1.34',
    status: 'ERROR',
    deprecations: [
      {
        usage,
        replacedWith: '/apis/flowcontrol.apiserver.k8s.io/v1/flowschemas',
        stopServingVersion: '1.34',
        startServingReplacementVersion: '1.29',
        clients,
        ...extra,
      },
    ],
  });

describe('insights', () => {
  it('name a check once, with what EKS recommends', () => {
    expect(
      findingOf(
        insights(
          insight({
            name: 'Cluster health issues',
            status: 'ERROR',
            reason: 'Two issues',
            recommendation: 'Clear them',
            resources: [{ arn: 'arn:aws:kms:eu-west-1:111111111111:key/1' }],
          }),
        ),
        'insight',
      ),
    ).toMatchObject({
      key: 'insight:Cluster health issues:1.34',
      causeKey: 'insight:Cluster health issues:1.34',
      severity: 'blocking',
      hop: '1.34',
      message: 'EKS: Cluster health issues: Two issues',
      fix: 'Clear them',
      evidence: {
        source: 'insights',
        facts: { resources: 'arn:aws:kms:eu-west-1:111111111111:key/1' },
      },
    });
  });

  it.each([
    ['the present version, of a check that is not on APIs', '1.33', true],
    ['no version', undefined, true],
    ['what is no version', 'latest', true],
    ['a version past the target', '1.35', false],
    ['a version that is behind', '1.32', false],
  ])('that name %s', (_, kubernetesVersion, blocks) => {
    const found = news(
      insights(insight({ name: 'Odd', status: 'ERROR', kubernetesVersion })),
    );
    expect(found.some(item => item.startsWith('blocking'))).toBe(blocks);
  });

  it('of APIs that the present version has removed already are past', () => {
    expect(
      news(
        insights(insight(), {
          ...removal([{ userAgent: 'old' }]),
          kubernetesVersion: '1.33',
        }),
      ),
    ).toEqual([]);
  });

  it('with a state that nobody knows are unknown', () => {
    expect(news(insights(insight({ status: 'MAYBE' })))).toEqual([
      'unknown insight-unknown:Kubelet version skew:1.34',
    ]);
  });

  it('that are not there at all are unknown', () => {
    expect(news(insights())).toEqual(['unknown insights-absent']);
  });

  it('that EKS lists and does not describe are unknown', () => {
    expect(
      news({
        documents: {
          insights: {
            insights: [insight()],
            unreadable: [{ name: 'b7', reason: 'AccessDenied' }],
          },
        },
      }),
    ).toEqual(['unknown insight-unreadable:b7']);
  });

  it('on add-ons share their key with the rule on add-ons', () => {
    const found = findingsOf(
      insights(
        insight({
          name: 'EKS add-on version compatibility',
          status: 'ERROR',
          addons: [
            { name: 'kube-proxy', compatibleVersions: ['v1.34.0-eksbuild.2'] },
            { name: 'legacy', compatibleVersions: [] },
          ],
        }),
      ),
    );
    expect(found.slice(0, 2)).toMatchObject([
      {
        key: 'addon-incompatible:kube-proxy:1.34',
        fix: 'Move kube-proxy to v1.34.0-eksbuild.2.',
      },
      { key: 'addon-no-version:legacy:1.34' },
    ]);
  });
});

describe('a deprecated API', () => {
  it('is one finding for each client, under one cause on every cluster', () => {
    const found = findingsOf(
      insights(
        removal([
          { userAgent: 'argocd/v2.9', lastRequestTime: ago(3600_000) },
          { userAgent: 'velero/v1.8', lastRequestTime: ago(12 * DAY_MS) },
        ]),
      ),
    );
    expect(found.slice(0, 2)).toMatchObject([
      {
        key: `deprecated-api:${usage}:argocd/v2.9`,
        causeKey: `deprecated-api:${usage}:argocd/v2.9`,
        title: `argocd/v2.9 calls ${usage}`,
        hop: '1.34',
        fix: 'Let argocd/v2.9 call /apis/flowcontrol.apiserver.k8s.io/v1/flowschemas instead, served from 1.29 on.',
      },
      { key: `deprecated-api:${usage}:velero/v1.8` },
    ]);
  });

  it.each([
    ['an hour ago', ago(3600_000), /still does/, ago(3600_000 - 30 * DAY_MS)],
    ['one day ago', ago(DAY_MS), /quiet for 1 day;/, ago(-29 * DAY_MS)],
    [
      '12 days ago',
      ago(12 * DAY_MS),
      /quiet for 12 days; if it stays so, EKS clears this on 2026-12-11/,
      ago(-18 * DAY_MS),
    ],
    ['31 days ago', ago(31 * DAY_MS), /next refresh/, undefined],
    ['in a time to come', ago(-DAY_MS), /still does/, ago(-30 * DAY_MS)],
    ['nobody knows when', undefined, /not known/, undefined],
    ['at what is no time', 'yesterday', /not known/, undefined],
  ])('that was last called %s', (_, lastRequestTime, text, clearsAt) => {
    const found = findingOf(
      insights(removal([{ userAgent: 'kubectl', lastRequestTime }])),
      'deprecated-api',
    );
    expect(found.message).toMatch(text);
    expect(found.clearsAt).toBe(clearsAt);
    expect(found.severity).toBe('blocking');
  });

  it('blocks although EKS names no client', () => {
    expect(news(insights(removal([])))).toEqual([
      `blocking deprecated-api:${usage}`,
    ]);
  });

  it('that a later hop removes is named there, and never lost', () => {
    const later = removal([{ userAgent: 'a' }], { stopServingVersion: '1.36' });
    expect(news(insights(later))).toEqual([
      'blocking insight:Deprecated APIs removed in Kubernetes v1.34:1.34',
    ]);
  });

  const requested = (apis: object[], extra: object = {}) => ({
    documents: {
      kubernetesDeprecatedApis: {
        apis: apis.map(api => ({
          group: 'policy',
          version: 'v1beta1',
          resource: 'poddisruptionbudgets',
          removedRelease: '1.34',
          firstSeenAt: ago(DAY_MS),
          lastSeenAt: ago(0),
          ...api,
        })),
        scrapes: 3,
        since: ago(DAY_MS),
      },
      ...extra,
    },
  });

  it('that an API server counted blocks, whoever called it', () => {
    const keys = news(requested([{}])).filter(item => /deprecated/.test(item));
    expect(keys).toEqual([
      'blocking deprecated-api:/apis/policy/v1beta1/poddisruptionbudgets',
    ]);
  });

  it('only warns where EKS found no call in 30 days', () => {
    const { insights: passing } = insights(
      insight({ name: 'Deprecated APIs removed in Kubernetes v1.34' }),
    ).documents;
    expect(
      news(requested([{}], { insights: passing })).filter(item =>
        /deprecated/.test(item),
      ),
    ).toEqual([
      'warning deprecated-api:/apis/policy/v1beta1/poddisruptionbudgets',
    ]);
  });

  it('is no matter where it is removed later, or EKS has told of it', () => {
    const group = 'flowcontrol.apiserver.k8s.io';
    const told = insights(removal([{ userAgent: 'a' }])).documents;
    expect(
      news(
        requested(
          [
            { removedRelease: '1.38' },
            { removedRelease: undefined },
            { group, version: 'v1beta3', resource: 'flowschemas' },
          ],
          told,
        ),
      ).filter(item => /deprecated/.test(item)),
    ).toEqual([`blocking deprecated-api:${usage}:a`]);
  });
});
