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

import {
  startCluster,
  type StartedCluster,
} from './__testUtils__/startCluster';

describe('discovery of the Kubernetes API', () => {
  let started: StartedCluster;

  afterEach(() => started.simulator.stop());

  it('names every group, and every kind of each', async () => {
    started = await startCluster({
      kubernetes: { components: [{ name: 'karpenter' }, { name: 'argo-cd' }] },
    });
    const { body: list } = await started.get('/apis');
    const names = list.groups.map(({ name }: { name: string }) => name);
    expect(names).toEqual(
      expect.arrayContaining([
        'admissionregistration.k8s.io',
        'apiextensions.k8s.io',
        'apiregistration.k8s.io',
        'apps',
        'argoproj.io',
        'discovery.k8s.io',
        'karpenter.sh',
        'metrics.k8s.io',
        'policy',
      ]),
    );
    for (const { name, preferredVersion } of list.groups) {
      expect((await started.get(`/apis/${name}`)).body).toMatchObject({
        kind: 'APIGroup',
        name,
      });
      const { body } = await started.get(
        `/apis/${preferredVersion.groupVersion}`,
      );
      expect(body).toMatchObject({
        kind: 'APIResourceList',
        groupVersion: preferredVersion.groupVersion,
      });
    }
    expect((await started.get('/api/v1')).body.resources).toContainEqual({
      name: 'nodes',
      singularName: 'node',
      shortNames: ['no'],
      namespaced: false,
      kind: 'Node',
      verbs: ['get', 'list'],
    });
  });

  it('knows nothing of versions that there are not', async () => {
    started = await startCluster();
    expect((await started.get('/apis/apps/v1beta1')).status).toBe(404);
    expect((await started.get('/apis/karpenter.sh')).status).toBe(404);
  });

  it('fails for an API whose server does not answer, and for that one alone', async () => {
    started = await startCluster({
      kubernetes: {
        components: [{ name: 'metrics-server', replicas: 1, crashing: 1 }],
      },
    });
    expect((await started.get('/apis/metrics.k8s.io/v1beta1')).status).toBe(
      503,
    );
    expect((await started.get('/apis/apps/v1')).status).toBe(200);
  });
});
