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

import { offeredAddons } from './offeredAddons';

const versions = (...names: string[]) =>
  names.map(version => ({ version, default: false }));

describe('offeredAddons', () => {
  it('says with which Kubernetes versions each version goes, over Regions', () => {
    expect(
      offeredAddons([
        {
          kubernetesVersion: '1.34',
          addons: { 'vpc-cni': versions('v1.20.0', 'v1.9.0') },
        },
        {
          kubernetesVersion: '1.35',
          addons: { 'vpc-cni': versions('v1.20.0'), coredns: versions('v2') },
        },
        {
          kubernetesVersion: '1.35',
          addons: { 'vpc-cni': versions('v1.21.0', 'v1.20.0') },
        },
      ]),
    ).toEqual([
      {
        name: 'coredns',
        versions: [{ version: 'v2', kubernetesVersions: ['1.35'] }],
      },
      {
        name: 'vpc-cni',
        versions: [
          { version: 'v1.21.0', kubernetesVersions: ['1.35'] },
          { version: 'v1.20.0', kubernetesVersions: ['1.34', '1.35'] },
          { version: 'v1.9.0', kubernetesVersions: ['1.34'] },
        ],
      },
    ]);
  });

  it('leaves out what hardly anybody asks for', () => {
    const [{ versions: offered }] = offeredAddons([
      {
        kubernetesVersion: '1.35',
        addons: { coredns: versions('v9', 'v8', 'v7', 'v6', 'v5', 'v4') },
      },
    ]);
    expect(offered.map(({ version }) => version)).toEqual([
      'v9',
      'v8',
      'v7',
      'v6',
      'v5',
    ]);
  });
});
