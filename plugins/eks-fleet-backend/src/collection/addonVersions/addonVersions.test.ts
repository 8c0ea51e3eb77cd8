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

import { fleetCluster } from '../__testUtils__/fleet';
import { compareAddonVersions } from './compareAddonVersions';
import { planAddonVersions } from './planAddonVersions';
import { toAddonVersions } from './toAddonVersions';

describe('compareAddonVersions', () => {
  it.each([
    ['v1.9.0-eksbuild.1', 'v1.18.1-eksbuild.3'],
    ['v1.18.1-eksbuild.3', 'v1.18.1-eksbuild.10'],
    ['v1.18.1-eksbuild.10', 'v1.18.2-eksbuild.1'],
    ['v1.31.0', 'v1.31.0-eksbuild.2'],
    ['v0.9.0', 'v1.0.0'],
    ['v1.0.0-alpha.1', 'v1.0.0-eksbuild.1'],
  ])('puts %s before %s', (older, newer) => {
    expect(compareAddonVersions(older, newer)).toBeLessThan(0);
    expect(compareAddonVersions(newer, older)).toBeGreaterThan(0);
    expect(compareAddonVersions(newer, newer)).toBe(0);
  });
});

describe('toAddonVersions', () => {
  const version = (
    addonVersion: string,
    clusterVersion = '1.34',
    more = {},
  ) => ({
    addonVersion,
    compatibilities: [{ clusterVersion, ...more }],
  });

  it('gives versions of the asked-for Kubernetes version, the newest first', () => {
    expect(
      toAddonVersions(
        [
          {
            addonName: 'vpc-cni',
            addonVersions: [
              version('v1.9.0-eksbuild.1'),
              version('v1.19.0-eksbuild.1', '1.34', { defaultVersion: true }),
              version('v1.20.0-eksbuild.1'),
              version('v1.21.0-eksbuild.1', '1.35'),
            ],
          },
          { addonName: 'vendor_agent', addonVersions: [version('v2.0.0')] },
          { addonName: 'old', addonVersions: [version('v1', '1.20')] },
          { addonVersions: [version('v1')] },
        ],
        '1.34',
      ),
    ).toEqual({
      vendor_agent: [{ version: 'v2.0.0', default: false }],
      'vpc-cni': [
        { version: 'v1.20.0-eksbuild.1', default: false },
        { version: 'v1.19.0-eksbuild.1', default: true },
        { version: 'v1.9.0-eksbuild.1', default: false },
      ],
    });
  });
});

describe('planAddonVersions', () => {
  const known = () => ['1.32', '1.33', '1.34', '1.35', '1.36'];

  it('asks in each Region for what is there and what it can move to', () => {
    expect(
      planAddonVersions(
        [
          fleetCluster({ version: '1.34' }),
          fleetCluster({
            name: 'b',
            version: '1.34',
            accountId: '222222222222',
          }),
          fleetCluster({ name: 'c', version: '1.29' }),
          fleetCluster({ name: 'd', version: '1.36', region: 'us-east-1' }),
          fleetCluster({ name: 'e', version: undefined, region: 'us-west-2' }),
        ],
        known,
      ),
    ).toEqual([
      {
        partition: 'aws',
        region: 'eu-west-1',
        kubernetesVersions: ['1.29', '1.32', '1.33', '1.34', '1.35', '1.36'],
        targets: ['111111111111', '222222222222'].map(accountId => ({
          partition: 'aws',
          accountId,
          region: 'eu-west-1',
        })),
      },
      {
        partition: 'aws',
        region: 'us-east-1',
        kubernetesVersions: ['1.36'],
        targets: [
          { partition: 'aws', accountId: '111111111111', region: 'us-east-1' },
        ],
      },
    ]);
  });
});
