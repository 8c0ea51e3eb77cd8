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

import { TFVARS } from '../__testUtils__/goldenFiles';
import { formatOfPath, parseFile } from './editText';

describe('parseFile', () => {
  it('reads variables as values', () => {
    expect(parseFile('a.tfvars', TFVARS).documents).toEqual([
      {
        name: 'orders-prod',
        kubernetes_version: '1.33',
        vpc_id: 'vpc-0a1b',
        eks_managed_node_groups: {
          general: {
            kubernetes_version: '1.33',
            ami_release_version: '1.33.5-20261020',
            min_size: 3,
            max_size: 12,
            labels: { 'team.acme.io/name': 'orders', tier: 'gold' },
            taints: [],
          },
          'spot-1': { min_size: 0 },
        },
        addons: {
          'vpc-cni': { addon_version: 'v1.20.1-eksbuild.1' },
          'kube-proxy': { addon_version: 'v1.33.0-eksbuild.2' },
        },
        tags: { note: 'costs ${amount} a month' },
        user_data: '<<-EOT\n  echo "kubernetes_version = 1.33"\n  EOT',
        azs: ['eu-west-1a', 'eu-west-1b'],
        enabled: true,
        ratio: -0.5,
      },
    ]);
  });

  it.each([
    ['a/b.auto.tfvars.json', 'json'],
    ['a.yml', 'yaml'],
    ['a.yaml', 'yaml'],
    ['prod.tfvars', 'tfvars'],
    ['main.tf', undefined],
    ['yaml', undefined],
  ])('tells by the name of %s how it is written', (path, format) => {
    expect(formatOfPath(path)).toBe(format);
  });
});
