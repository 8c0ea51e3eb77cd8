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

import { answerJson, startApiServer } from '../__testUtils__/startApiServer';
import { KubernetesClient } from '../client/KubernetesClient';
import { KubernetesFacts } from './KubernetesFacts';

const NODES = 5_000;
const PODS = 30_000;
/** What servers and controllers write into objects, and nobody here reads. */
const MANAGED_FIELDS = Array.from({ length: 20 }, (_, index) => ({
  manager: `manager-${index}`,
  fieldsV1: { 'f:metadata': { 'f:annotations': { [`f:note-${index}`]: {} } } },
}));

const node = (index: number) => ({
  metadata: {
    name: `node-${index}`,
    labels: { 'karpenter.sh/nodepool': `pool-${index % 3}` },
    managedFields: MANAGED_FIELDS,
  },
  status: {
    allocatable: { cpu: '4', memory: '16Gi', pods: '58' },
    nodeInfo: { kubeletVersion: 'v1.33.9-eks-113cf36' },
  },
});

const pod = (index: number) => ({
  metadata: {
    name: `web-${index}`,
    namespace: 'shop',
    labels: { app: `web-${index % 100}` },
    ownerReferences: [
      { kind: 'ReplicaSet', name: `web-${index % 100}-7d9`, controller: true },
    ],
    managedFields: MANAGED_FIELDS,
  },
  spec: {
    nodeName: `node-${index % NODES}`,
    containers: [{ resources: { requests: { cpu: '100m', memory: '64Mi' } } }],
  },
  status: { phase: 'Running' },
});

describe('a cluster of 5,000 nodes', () => {
  it('is read page by page, and little of it is kept', async () => {
    const listed = new Map<string, number>();
    const server = await startApiServer((request, response) => {
      const url = new URL(request.url!, 'https://server');
      const { pathname, searchParams } = url;
      listed.set(pathname, (listed.get(pathname) ?? 0) + 1);
      const [make, total] = (
        {
          '/api/v1/nodes': [node, NODES],
          '/api/v1/pods': [pod, PODS],
        } as Record<string, [(index: number) => object, number]>
      )[pathname] ?? [node, 0];
      const from = Number(searchParams.get('continue') ?? 0);
      const to = Math.min(total, from + Number(searchParams.get('limit')));
      answerJson(response, {
        items: Array.from({ length: to - from }, (_, at) => make(from + at)),
        metadata: to < total ? { continue: String(to) } : {},
      });
    });
    const client = KubernetesClient.create({
      endpoint: server.endpoint,
      certificateAuthority: server.certificateAuthority,
      allowLocalAddresses: true,
      token: async () => 'token',
    });
    const facts = KubernetesFacts.create(client);
    const [nodes, disruption] = await Promise.all([
      facts.read('kubernetesNodes', { now: new Date() }),
      facts.read('kubernetesDisruption', { now: new Date() }),
    ]);
    client.close();
    await server.stop();

    expect(nodes).toMatchObject({
      nodes: NODES,
      allocatable: { cpuMillis: NODES * 4000, pods: NODES * 58 },
      requested: { cpuMillis: PODS * 100, pods: PODS },
      workloadPods: PODS,
    });
    expect(nodes.sets.map(set => set.nodes)).toEqual([1667, 1667, 1666]);
    expect(disruption.blockedDrains).toEqual([]);
    expect([listed.get('/api/v1/nodes'), listed.get('/api/v1/pods')]).toEqual([
      NODES / 500,
      PODS / 500,
    ]);
    expect(JSON.stringify(nodes).length).toBeLessThan(2000);
  });
});
