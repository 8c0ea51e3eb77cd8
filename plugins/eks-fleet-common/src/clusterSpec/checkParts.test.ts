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

import { LEAST, NODE_GROUP } from './__testUtils__/specs';
import { checkClusterSpec } from './checkClusterSpec';

const ROLE = 'arn:aws:iam::111122223333:role/eks';
const EXISTING = {
  vpcId: 'vpc-0a1b2c3d',
  subnetIds: ['subnet-0a1b2c3d', 'subnet-4e5f6071'],
};

function problemsOf(value: unknown): string[] {
  const checked = checkClusterSpec(value);
  return 'problems' in checked
    ? checked.problems.map(({ field, message }) => `${field} ${message}`)
    : [];
}

function groupOf(changes: object): unknown {
  return { ...LEAST, compute: { nodeGroups: [{ ...NODE_GROUP, ...changes }] } };
}

function addonOf(changes: object): unknown {
  return { ...LEAST, addons: [{ name: 'vpc-cni', ...changes }] };
}

function accessOf(changes: object): unknown {
  return {
    ...LEAST,
    accessEntries: [
      { principalArn: ROLE, kubernetesGroups: ['team-a'], ...changes },
    ],
  };
}

describe('checkClusterSpec of parts', () => {
  it.each<[string, object, string]>([
    [
      'several architectures',
      { amiType: 'AL2023_x86_64_STANDARD' },
      'one architecture',
    ],
    ['no instance types', { instanceTypes: [] }, 'must be one or more'],
    ['sizes out of order', { desiredSize: 4 }, 'from minSize 1 to maxSize 3'],
    ['a custom AMI', { amiType: 'CUSTOM' }, 'an AMI type of EKS'],
    ['nodes ahead', { kubernetesVersion: '1.35' }, 'at most 3 minors older'],
    [
      'nodes far behind',
      { kubernetesVersion: '1.30' },
      'at most 3 minors older',
    ],
    ['a small disk', { diskSizeGib: 8 }, 'from 20 to 16384'],
    ['a label that is none', { labels: { 'a b': 'c' } }, 'Kubernetes label'],
    [
      'a taint twice',
      { taints: Array(2).fill({ key: 'a', effect: 'NO_EXECUTE' }) },
      'is in the list already',
    ],
    [
      'an effect that is none',
      { taints: [{ key: 'a', effect: 'NoSchedule' }] },
      'NO_SCHEDULE or NO_EXECUTE',
    ],
  ])('refuses a node group with %s', (_, changes, right) => {
    expect(problemsOf(groupOf(changes))).toEqual([
      expect.stringMatching(/^compute\.nodeGroups\[0\]\.\w+/),
    ]);
    expect(problemsOf(groupOf(changes))[0]).toContain(right);
  });

  it.each<[string, unknown, string]>([
    [
      'an add-on’s version',
      addonOf({ version: '1.20' }),
      'addons[0].version must be',
    ],
    [
      'a configuration that is a text',
      addonOf({ configuration: '{}' }),
      'addons[0].configuration must be a map',
    ],
    [
      'a template in a configuration',
      addonOf({ configuration: { a: [{ b: '${jndi}' }] } }),
      'addons[0].configuration must not hold {{, ${',
    ],
    [
      'a template in a key',
      addonOf({ configuration: { '{{ .x }}': 1 } }),
      'addons[0].configuration must not have keys',
    ],
    [
      'a group of the system',
      accessOf({ kubernetesGroups: ['system:masters'] }),
      'accessEntries[0].kubernetesGroups[0] must be a group',
    ],
    [
      'nobody to be',
      accessOf({ kubernetesGroups: [] }),
      'accessEntries[0] must have kubernetesGroups or accessPolicies',
    ],
    [
      'a policy that is none of EKS',
      accessOf({
        accessPolicies: [
          { policyArn: 'arn:aws:iam::aws:policy/AdministratorAccess' },
        ],
      }),
      'accessEntries[0].accessPolicies[0].policyArn must be',
    ],
    [
      'a scope of nothing',
      accessOf({
        accessPolicies: [
          {
            policyArn:
              'arn:aws:eks::aws:cluster-access-policy/AmazonEKSViewPolicy',
            namespaces: [],
          },
        ],
      }),
      'accessEntries[0].accessPolicies[0].namespaces must name one or more',
    ],
    [
      'a principal of another partition',
      accessOf({ principalArn: 'arn:aws-us-gov:iam::111122223333:role/a' }),
      'accessEntries[0].principalArn must begin with arn:aws:',
    ],
    [
      'one subnet',
      { ...LEAST, network: { ...EXISTING, subnetIds: ['subnet-0a1b2c3d'] } },
      'network.subnetIds must be two or more',
    ],
    ['nothing', null, ' must have the fields name'],
  ])('refuses %s', (_, value, right) => {
    expect(problemsOf(value)).toEqual([expect.stringContaining(right)]);
  });
});
