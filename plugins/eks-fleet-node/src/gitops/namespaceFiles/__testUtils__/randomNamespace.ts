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

import type { NamespaceSpec } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { Random } from '../../clusterFiles/__testUtils__/randomSpec';
import { checked, FULL } from './namespaceCases';

/** A namespace as anybody might ask for it, always in the same place. */
export function randomNamespace(random: Random): NamespaceSpec {
  const cpu = random.maybe(() => random.one('2', '500m'));
  return checked(
    defined({
      name: FULL.name,
      cluster: FULL.cluster,
      environment: FULL.environment,
      owner: FULL.owner,
      costCenter: random.maybe(() => random.one('cc-1', '0815', 'null')),
      podSecurity: {
        level: random.one('restricted', 'baseline', 'privileged'),
        version: random.one('latest', 'v1.34'),
      },
      quota: defined({
        cpuRequests: random.one('1', '1500m', '12'),
        memoryRequests: random.one('1Gi', '1500M'),
        memoryLimits: random.one('2Gi', '64Gi'),
        cpuLimits: cpu && '24',
        gpus: random.int(3),
        pods: 1 + random.int(200),
        storage: random.one('0', '1Ti'),
        persistentVolumeClaims: 1 + random.int(5),
        loadBalancers: random.int(2),
        nodePorts: random.int(2),
      }),
      limits: {
        default: defined({ cpu, memory: random.one('512Mi', '1Gi') }),
        max: random.one({}, { memory: '1Gi' }, { cpu: '4', memory: '2Gi' }),
        min: random.one({}, { cpu: '10m' }),
      },
      network: {
        allowFromNamespaces: random.some('a', 'on', '0', 'storefront'),
        allowToNamespaces: random.some('b', 'null', '1e3'),
        allowFromIngress: random.flag(),
        allowToInternet: random.flag(),
        allowToCidrs: random.some(
          { cidr: '10.1.0.0/16' },
          { cidr: '10.2.0.0/16', ports: random.some(53, 443, 5432) },
        ),
      },
      access: random.some(
        { kubernetesGroup: 'team-a', level: random.one('view', 'edit') },
        { kubernetesGroup: 'y', level: random.one('view', 'edit') },
        { kubernetesGroup: 'a:b', level: 'view' },
      ),
      project: {
        sourceRepos: random.some('https://github.com/acme/*', 'git@a.io:b/c'),
      },
      capsuleTenant: random.maybe(() => random.one('payments', 'no')),
      expiresOn: random.maybe(() => '2027-03-31'),
      labels: random.one({}, { tier: 'true' }, { 'acme.io/x': '', tier: '1' }),
      lifecycle: random.one('active', 'active', 'deleting'),
    }),
  );
}

function defined(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined),
  );
}
