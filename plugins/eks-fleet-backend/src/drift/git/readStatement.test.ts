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

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import {
  shippedProvisioners,
  type ClusterFields,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import { readStatement } from './readStatement';

const GOLDEN = resolve(
  resolvePackagePath('@eks-fleet/backstage-plugin-eks-fleet-node'),
  'src/gitops/clusterFiles/__fixtures__/golden',
);

const read = (
  id: string,
  path: string,
  text: string | undefined,
  fields: ClusterFields = {},
) =>
  readStatement(
    {
      name: 'orders-prod',
      file: { path, provisioner: id, fields, repository: {} as never },
      provisioner: shippedProvisioners.find(each => each.id === id)!,
    },
    text === undefined ? undefined : { path, text, sha: 'a' },
  );
const golden = (file: string) => readFileSync(resolve(GOLDEN, file), 'utf8');

describe('readStatement', () => {
  it.each([
    ['ack', 'cluster.yaml', 'ack/node-groups-prod.yaml'],
    [
      'crossplane',
      'cluster.yaml',
      'crossplane-namespaced/node-groups-prod.yaml',
    ],
    ['capa', 'cluster.yaml', 'capa/node-groups-prod.yaml'],
    [
      'terraform',
      'cluster.auto.tfvars.json',
      'terraform/node-groups-prod.auto.tfvars.json',
    ],
  ])('knows all of what %s has', (id, path, file) => {
    const { problems, spec, statement } = read(id, path, golden(file));
    expect(problems).toEqual([]);
    expect(spec?.name).toBe('orders-prod');
    expect(statement).toMatchObject({
      isWhole: true,
      kubernetesVersion: '1.33',
      supportType: 'STANDARD',
      endpointAccess: { private: true, public: false },
      autoMode: { isOn: false },
      tags: { team: 'orders' },
    });
    expect(
      statement?.nodeGroups?.map(({ maxSize, name }) => [name, maxSize]),
    ).toEqual([
      ['general', 12],
      ['spot', 20],
    ]);
    expect(statement?.addons?.map(({ name }) => name)).toContain('vpc-cni');
    expect(statement?.unobserved).toContain('accessEntries');
    expect(statement?.unobserved).toContain('compute.nodeGroups[spot].taints');
  });

  it('holds nobody to what a provisioner has no words for', () => {
    const { statement } = read(
      'kro',
      'cluster.yaml',
      golden('kro/node-groups-prod.yaml'),
    );
    expect(statement).toMatchObject({ isWhole: true, supportType: 'EXTENDED' });
    expect(statement).not.toHaveProperty('addons');
    expect(statement).not.toHaveProperty('tags');
  });

  it('takes from variables that people write what has the right shape', () => {
    const { problems, spec, statement } = read(
      'terraform',
      'cluster.auto.tfvars.json',
      JSON.stringify({
        name: 'orders-prod',
        kubernetes_version: '1.33',
        deletion_protection: 'perhaps',
        addons: { coredns: { addon_version: 'v1.12.1-eksbuild.4' } },
        eks_managed_node_groups: {
          general: { min_size: 1, max_size: '3', kubernetes_version: '1.32' },
        },
        tags: { team: 'orders' },
      }),
      {
        nodegroups: {
          version: '/eks_managed_node_groups/{name}/kubernetes_version',
        },
      },
    );
    expect(spec).toBeUndefined();
    expect(problems).not.toEqual([]);
    expect(statement).toEqual({
      isWhole: false,
      kubernetesVersion: '1.33',
      addons: [{ name: 'coredns', version: 'v1.12.1-eksbuild.4' }],
      nodeGroups: [{ name: 'general', minSize: 1, kubernetesVersion: '1.32' }],
      tags: { team: 'orders' },
      unobserved: [],
    });
  });

  it('takes versions from an object of another kind than the portal writes', () => {
    const { statement } = read(
      'kro',
      'cluster.yaml',
      [
        'apiVersion: kro.run/v1alpha1',
        'kind: EksCluster',
        'metadata: { name: orders-prod }',
        'spec:',
        '  name: orders-prod',
        "  k8sVersion: '1.34'",
        '  addons: { coredns: { version: v1.12.1-eksbuild.4 } }',
        '',
      ].join('\n'),
      { addons: '/spec/addons/{name}/version' },
    );
    // Nothing of what the portal's own kind has for every cluster.
    expect(statement).toEqual({
      isWhole: false,
      kubernetesVersion: '1.34',
      addons: [{ name: 'coredns', version: 'v1.12.1-eksbuild.4' }],
      unobserved: [],
    });
  });

  it.each([
    ['is not there', undefined, 'noFile'],
    ['is no JSON', '{ "name": ', 'notUnderstood'],
    ['says nothing', '{}', 'notUnderstood'],
  ])('says why where the file %s', (_, text, code) => {
    const { problem, statement } = read(
      'terraform',
      'cluster.auto.tfvars.json',
      text,
    );
    expect(problem?.code).toBe(code);
    expect(statement).toBeUndefined();
  });
});
