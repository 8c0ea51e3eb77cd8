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

import type { Cluster } from '../model/types';
import { nextProvisioning } from './nextProvisioning';
import type { DesiredCluster } from './types';

const CLUSTER = {
  version: '1.33',
  status: 'ACTIVE',
  updates: [{ status: 'Successful' }],
  addons: [{ name: 'vpc-cni', version: 'v1.20.1-eksbuild.1' }],
  nodegroups: [
    { name: 'general', version: '1.33', releaseVersion: '1.33.5-20261020' },
    { name: 'own-ami', version: '1.33' },
  ],
} as unknown as Cluster;

const call = (operation: string, parameters: object) => ({
  operation,
  parameters,
});

describe('what a provisioner does next', () => {
  it.each<
    [string, Partial<DesiredCluster>, Partial<Cluster>, unknown, unknown?]
  >([
    ['nothing where all is as wanted', { version: '1.33' }, {}, 'done'],
    ['nothing where a file says nothing', {}, {}, 'done'],
    [
      'the next minor',
      { version: '1.34' },
      {},
      call('UpdateClusterVersion', { version: '1.34' }),
    ],
    [
      'a jump as the file has it, or the first step of it',
      { version: '1.36' },
      {},
      call('UpdateClusterVersion', { version: '1.36' }),
      call('UpdateClusterVersion', { version: '1.34' }),
    ],
    [
      'the control plane before all else',
      { version: '1.34', addons: { 'vpc-cni': 'v1.21.0-eksbuild.1' } },
      {},
      call('UpdateClusterVersion', { version: '1.34' }),
    ],
    [
      'an add-on',
      { version: '1.33', addons: { 'vpc-cni': 'v1.21.0-eksbuild.1' } },
      {},
      call('UpdateAddon', {
        addonName: 'vpc-cni',
        addonVersion: 'v1.21.0-eksbuild.1',
        resolveConflicts: 'OVERWRITE',
      }),
    ],
    [
      'a node group by its version',
      { nodegroups: { general: { version: '1.34' } } },
      {},
      call('UpdateNodegroupVersion', {
        nodegroupName: 'general',
        version: '1.34',
      }),
    ],
    [
      'a node group by its release',
      { nodegroups: { general: { releaseVersion: '1.33.5-20261110' } } },
      {},
      call('UpdateNodegroupVersion', {
        nodegroupName: 'general',
        releaseVersion: '1.33.5-20261110',
      }),
    ],
    [
      'nothing for what the cluster has not',
      {
        addons: { gone: 'v1' },
        nodegroups: { gone: { version: '1.34' } },
      },
      {},
      'done',
    ],
    [
      'nothing while the cluster is being changed',
      { version: '1.34' },
      { status: 'UPDATING' },
      'wait',
    ],
    [
      'nothing while an update is under way',
      { addons: { 'vpc-cni': 'v1.21.0-eksbuild.1' } },
      { updates: [{ status: 'InProgress' }] as never },
      'wait',
    ],
  ])('is %s', (_, desired, more, terraform, kro = terraform) => {
    const cluster = { ...CLUSTER, ...more };
    const wanted = { addons: {}, nodegroups: {}, ...desired };
    expect(nextProvisioning(cluster, wanted, 'terraform')).toEqual(terraform);
    expect(nextProvisioning(cluster, wanted, 'kro')).toEqual(kro);
  });

  it('goes back with kro, as far as EKS does, and not with Terraform', () => {
    const wanted = { version: '1.32', addons: {}, nodegroups: {} };
    expect(nextProvisioning(CLUSTER, wanted, 'kro')).toEqual(
      call('UpdateClusterVersion', { version: '1.32' }),
    );
    expect(() => nextProvisioning(CLUSTER, wanted, 'terraform')).toThrow(
      /1\.32 is older than 1\.33/,
    );
  });
});
