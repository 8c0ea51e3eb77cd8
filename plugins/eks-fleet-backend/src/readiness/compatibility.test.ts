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
      { from: '2.0', kubernetes: { from: '1.31' } },
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
    ['2.3.0', '1.40', 'compatible'],
    ['2.0.0', '1.30', 'incompatible'],
    ['1.9.0', '1.35', 'unknown'],
    ['1.10.0', '1.34', 'unknown'],
    ['0.9.0', '1.32', 'unknown'],
    ['latest', '1.32', 'unknown'],
    [undefined, '1.32', 'unknown'],
  ])('%s with %s is %s', (version, kubernetes, state) => {
    expect(judge(version, kubernetes).state).toBe(state);
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
