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
import { ManualClock } from '../../clock';
import { objectsOf } from '../../kubernetes/objects/objectsOf';
import { startSimulator } from '../../server/startSimulator';
import type { Simulator } from '../../server/types';
import { namespaceFiles } from '.';

const NOW = '2026-11-26T09:00:00Z';

describe('the namespaces of the demo', () => {
  let simulator: Simulator;

  beforeAll(async () => {
    simulator = await startSimulator({ clock: new ManualClock(NOW) });
  });

  afterAll(() => simulator.stop());

  const within = (cluster: string, resource: string, namespace: string) => {
    const found = simulator.model
      .clusters()
      .find(({ name }) => name === cluster)!;
    return (objectsOf(found).byResource.get(resource) ?? []).filter(
      ({ metadata }) => (metadata.namespace ?? metadata.name) === namespace,
    );
  };

  it('are in Git as they are in the clusters: in sync from the beginning', async () => {
    const states = await simulator.argocd.applications();
    const own = states.filter(({ kind }) => kind.startsWith('namespace'));
    expect(own).toHaveLength(6);
    for (const { syncStatus, healthStatus } of own) {
      expect([syncStatus, healthStatus]).toEqual(['Synced', 'Healthy']);
    }
    for (const path of Object.keys(namespaceFiles(new Date(NOW)))) {
      expect(await simulator.github.file(path)).toContain(
        'app.kubernetes.io/managed-by: eks-fleet',
      );
    }
  });

  it('have one that is close to what it may have', () => {
    const [quota] = within(
      'checkout-dev',
      'resourcequotas',
      'checkout-previews',
    );
    expect(quota.status).toMatchObject({
      hard: { 'requests.cpu': '1', 'requests.memory': '2Gi', pods: '10' },
      used: { 'requests.cpu': '900m', 'requests.memory': '1792Mi', pods: '6' },
    });
  });

  it('have one that ends in three days', () => {
    const [namespace] = within(
      'payments-dev',
      'namespaces',
      'payments-load-test',
    );
    expect(namespace.metadata).toMatchObject({
      creationTimestamp: '2026-09-27T09:00:00Z',
      annotations: {
        'eks-fleet.io/owner': 'group:default/payments',
        'eks-fleet.io/expires-on': '2026-11-29',
      },
    });
  });

  it('stay as they are when something else is pushed', async () => {
    await simulator.github.commit({
      user: 'pat',
      files: { 'README.md': '# The fleet\n' },
    });
    simulator.clock.advance!(60);
    const states = await simulator.argocd.applications();
    expect(
      states.filter(
        ({ syncStatus, kind }) =>
          kind.startsWith('namespace') && syncStatus !== 'Synced',
      ),
    ).toEqual([]);
  });
});
