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

import { fleetDeepLink } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { fleetLinks } from '../hooks/useFleetLinks';
import { describeGo, fleetPage, leadOn, namesCluster, parseGo } from './goLink';

const go = (text: string) => parseGo(new URLSearchParams(text));

describe('parseGo', () => {
  it('reads what a link names and keeps what the page behind it wants', () => {
    expect(
      go(
        'cluster=prod&account=111122223333&region=eu-west-1&view=alerts&alertname=X&fingerprint=f&startsAt=2026&evil=1',
      ),
    ).toEqual({
      request: {
        cluster: 'prod',
        account: '111122223333',
        region: 'eu-west-1',
      },
      kept: 'view=alerts&alertname=X&fingerprint=f&startsAt=2026',
    });
  });

  it.each([
    ['arn=a', true],
    ['cluster=c', true],
    ['account=1&region=r', false],
    ['cluster=%20', false],
  ])('knows whether ?%s names a cluster', (text, named) => {
    expect(namesCluster(go(text).request)).toBe(named);
  });
});

describe('fleetPage', () => {
  const page = (link: string) =>
    fleetPage(
      new URL(link, 'https://portal').searchParams,
      fleetLinks('/fleet'),
    );

  it.each([
    [fleetDeepLink('overview'), '/fleet/overview'],
    [
      fleetDeepLink('rollouts', { lifecycle: 'running', evil: '1' }),
      '/fleet/rollouts?lifecycle=running',
    ],
    [
      fleetDeepLink('alerts', { source: 'main', fingerprint: 'f1' }),
      '/fleet/alerts?source=main&fingerprint=f1',
    ],
    ['/go?rollout=r1', '/fleet/rollouts/r1'],
    ['/go?request=q1', '/fleet/requests/q1'],
    ['/go?request=q%2F..%2Fevil', '/fleet/requests/q%2F..%2Fevil'],
    [
      '/go?view=requests&show=waiting&evil=1&state=gone',
      '/fleet/requests?show=waiting',
    ],
    ['/go?rollout=r1&cell=c2', '/fleet/rollouts/r1/cells/c2'],
    ['/go?rollout=r1&wave=3', '/fleet/rollouts/r1?wave=3'],
    ['/go?rollout=r1&wave=3%26evil', '/fleet/rollouts/r1'],
    [
      fleetDeepLink('clusters', {
        owner: 'group:default/payments',
        account: ['1', '2'],
        q: 'prod',
      }),
      '/fleet/clusters?owner=group%3Adefault%2Fpayments&account=1&account=2&q=prod',
    ],
    [
      fleetDeepLink('readiness', {
        owner: 'group:default/payments',
        target: 'supported',
        cause: 'addon:coredns&x',
      }),
      '/fleet/readiness?target=supported&owner=group%3Adefault%2Fpayments&cause=addon%3Acoredns%26x',
    ],
    [
      fleetDeepLink('readiness', { tab: 'clusters', version: '1.33' }),
      '/fleet/readiness?tab=clusters&version=1.33',
    ],
    [
      fleetDeepLink('costs', { groupBy: 'account', region: 'eu-west-1' }),
      '/fleet/costs?groupBy=account&region=eu-west-1',
    ],
    [
      fleetDeepLink('policies', { owner: 'group:default/payments' }),
      '/fleet/policies?owner=group%3Adefault%2Fpayments',
    ],
    [
      fleetDeepLink('findings', { new: 'week', evil: '1' }),
      '/fleet/policies/findings?new=week',
    ],
    [
      fleetDeepLink('exceptions', { state: ['expiring', 'gone'] }),
      '/fleet/policies/exceptions?state=expiring',
    ],
    [
      fleetDeepLink('exceptions', { request: 'r1', evil: '1' }),
      '/fleet/policies/exceptions?tab=requests&request=r1',
    ],
    [
      fleetDeepLink('exceptions', {
        tab: 'requests',
        waits: 'me',
        state: ['proposed', 'gone'],
      }),
      '/fleet/policies/exceptions?tab=requests&state=proposed&waits=me',
    ],
    [
      fleetDeepLink('sources', { state: 'failing' }),
      '/fleet/sources?state=failing',
    ],
    ['?view=clusters&evil=1&target=https://evil.example', '/fleet/clusters'],
    ['?view=readiness&cluster=prod', undefined],
    ['?view=readiness&arn=a', undefined],
    ['?view=bom', undefined],
    ['?view=constructor', undefined],
    ['?account=1&region=r', undefined],
  ])('of %s is %s', (link, path) => {
    expect(page(link)).toBe(path);
  });
});

it('says what was looked for', () => {
  expect(describeGo({ cluster: 'prod', region: 'eu-west-1' })).toBe(
    'region eu-west-1, cluster prod',
  );
});

it('leads to the tab of a cluster that a link asks for', () => {
  expect(leadOn('/a', 'view=policy')).toBe('/a/eks-cluster?view=policy');
});

it('hands on nothing where there is nothing', () => {
  expect(leadOn('/a', '')).toBe('/a');
  expect(leadOn('/a', 'view=request')).toBe('/a?view=request');
});
