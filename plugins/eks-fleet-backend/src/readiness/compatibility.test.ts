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

import { judgeComponent, type CompatibilityTable } from './compatibility';
import { SHIPPED_COMPATIBILITY } from './shippedCompatibility';
import { versionRank } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { compareReleases } from './assess/versions';

const TABLE: CompatibilityTable = [
  {
    component: 'thing',
    source: 'its site',
    asOf: '2026-01-01',
    outside: 'incompatible',
    releases: [
      { from: '1.0', before: '1.2', kubernetes: { from: '1.30', to: '1.32' } },
      { from: '1.2', before: '1.10', kubernetes: { from: '1.30', to: '1.34' } },
      { from: '2.0', before: '3.0', kubernetes: { from: '1.31', to: '1.34' } },
    ],
  },
];
const judge = (version: string | undefined, kubernetesVersion: string) =>
  judgeComponent(TABLE, { component: 'thing', version, kubernetesVersion });

describe('judgeComponent', () => {
  it.each([
    ['1.1.9', '1.32', 'compatible'],
    ['v1.1.9', '1.33', 'incompatible'],
    ['1.9.0', '1.34', 'compatible'],
    ['1.1.0', '1.29', 'incompatible'],
    ['2.3.0', '1.34', 'compatible'],
    ['2.3.0', '1.40', 'unknown'],
    ['2.0.0', '1.30', 'incompatible'],
    ['1.9.0', '1.35', 'unknown'],
    ['1.10.0', '1.34', 'unknown'],
    ['0.9.0', '1.32', 'unknown'],
    ['latest', '1.32', 'unknown'],
    [undefined, '1.32', 'unknown'],
  ])('%s with %s is %s', (version, kubernetes, state) => {
    expect(judge(version, kubernetes).state).toBe(state);
  });

  it('knows that a table with an open end reaches any version', () => {
    const [thing] = TABLE;
    const open: CompatibilityTable = [
      {
        ...thing,
        releases: [
          ...thing.releases,
          { from: '3.0', kubernetes: { from: '1.32' } },
        ],
      },
    ];
    const states = ['3.1.0', '2.3.0', '1.1.0'].map(
      version =>
        judgeComponent(open, {
          component: 'thing',
          version,
          kubernetesVersion: '1.40',
        }).state,
    );
    expect(states).toEqual(['compatible', 'incompatible', 'incompatible']);
  });

  it('names the first release that goes with it', () => {
    expect(judge('1.1.0', '1.33')).toEqual({
      state: 'incompatible',
      firstGood: '1.2',
      source: 'its site',
      asOf: '2026-01-01',
    });
  });

  it('has nothing to say on what nobody publishes a table of', () => {
    const asked = { component: 'other', kubernetesVersion: '1.34' };
    expect(judgeComponent(TABLE, asked).state).toBe('untold');
  });
});

describe('the table that ships', () => {
  it.each(
    SHIPPED_COMPATIBILITY.map(entry => [entry.component, entry] as const),
  )('holds together for %s', (_, { asOf, releases, source }) => {
    expect(source).not.toBe('');
    expect(Number.isNaN(Date.parse(asOf))).toBe(false);
    for (const { from, before, kubernetes } of releases) {
      expect(compareReleases(from, before ?? '999')).toBeLessThan(0);
      const { from: oldest, to: newest = '1.999' } = kubernetes;
      expect(versionRank(oldest)).toBeGreaterThan(0);
      expect(versionRank(newest)).toBeGreaterThanOrEqual(versionRank(oldest));
    }
    const ends = releases.map(item => item.before ?? '999');
    releases.slice(1).forEach(({ from }, index) => {
      expect(compareReleases(from, ends[index])).toBeGreaterThanOrEqual(0);
    });
  });
});

describe('what ships, held against its sources', () => {
  it.each([
    ['karpenter', '1.0.4', '1.31', 'incompatible'],
    ['karpenter', '1.0.5', '1.31', 'compatible'],
    ['karpenter', '1.12.1', '1.36', 'incompatible'],
    ['karpenter', '1.13.0', '1.36', 'compatible'],
    ['karpenter', '1.14.0', '1.37', 'unknown'],
    ['cert-manager', '1.12.9', '1.33', 'untested'],
    ['cert-manager', '1.21.2', '1.36', 'compatible'],
    ['kyverno', '1.15.2', '1.33', 'compatible'],
    ['kyverno', '1.15.2', '1.34', 'untested'],
    ['argo-cd', '2.13.2', '1.31', 'untested'],
    ['argo-cd', '3.4.7', '1.35', 'compatible'],
    ['argo-cd', '3.4.7', '1.36', 'untested'],
    ['aws-load-balancer-controller', 'v2.3.1', '1.30', 'incompatible'],
    ['aws-load-balancer-controller', 'v2.4.7', '1.35', 'compatible'],
    ['aws-load-balancer-controller', 'v3.5.0', '1.36', 'compatible'],
    ['cluster-autoscaler', '1.34.2', '1.35', 'untested'],
    ['cluster-autoscaler', '1.36.0', '1.36', 'compatible'],
    ['metrics-server', '0.3.7', '1.30', 'untested'],
    ['metrics-server', '0.8.1', '1.30', 'untested'],
    ['metrics-server', '0.8.1', '1.36', 'compatible'],
    ['metrics-server', '0.9.0', '1.33', 'untested'],
    ['metrics-server', '0.9.0', '1.34', 'compatible'],
    ['gatekeeper', '3.14.0', '1.34', 'untold'],
  ])('%s %s with %s is %s', (component, version, kubernetesVersion, state) => {
    expect(
      judgeComponent(SHIPPED_COMPATIBILITY, {
        component,
        version,
        kubernetesVersion,
      }).state,
    ).toBe(state);
  });
});
