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

import { CustomObjectsApi } from '@kubernetes/client-node';
import { ManualClock } from '../../clock';
import type { PolicyStory } from '../../model/policyStory';
import {
  startCluster,
  type StartedCluster,
} from '../__testUtils__/startCluster';

const GROUP = 'constraints.gatekeeper.sh';

describe('what Gatekeeper says in a cluster', () => {
  let started: StartedCluster;
  let clock: ManualClock;

  const start = async (policies: PolicyStory = {}) => {
    clock = new ManualClock('2026-11-29T09:00:30Z');
    started = await startCluster(
      {
        kubernetes: {
          usualWorkloads: false,
          components: [{ name: 'gatekeeper' }],
          workloads: [
            {
              namespace: 'orders',
              name: 'shell',
              replicas: 30,
              images: { shell: 'busybox' },
            },
          ],
          policies,
        },
      },
      { clock },
    );
  };

  afterEach(() => started.simulator.stop());

  const constraint = async (kind: string) => {
    const { items } = await started.kubeConfig
      .makeApiClient(CustomObjectsApi)
      .listClusterCustomObject({
        group: GROUP,
        version: 'v1beta1',
        plural: kind.toLowerCase(),
      });
    return items[0];
  };

  it('is a kind of constraint for each template', async () => {
    await start({
      gatekeeper: { policies: ['no-latest-tag', 'require-owner'] },
    });
    const { body } = await started.get(`/apis/${GROUP}/v1beta1`);
    expect(body.resources.map(({ kind }: any) => kind).sort()).toEqual([
      'FleetNoLatestTag',
      'FleetRequireOwner',
    ]);
    const { body: templates } = await started.get(
      '/apis/templates.gatekeeper.sh/v1/constrainttemplates',
    );
    expect(
      templates.items.map(({ spec }: any) => spec.crd.spec.names.kind),
    ).toEqual(['FleetNoLatestTag', 'FleetRequireOwner']);
  });

  it('is the first violations of all, in order, with how many there are', async () => {
    await start({
      values: { policies: { 'no-latest-tag': { mode: 'warn' } } },
    });
    const { spec, status, metadata } = await constraint('FleetNoLatestTag');
    expect(metadata.annotations).toMatchObject({
      'metadata.gatekeeper.sh/title':
        'Images have a tag that says which one they are',
      'eks-fleet.io/severity': 'medium',
    });
    expect(spec).toMatchObject({
      enforcementAction: 'warn',
      match: { excludedNamespaces: ['kube-system'] },
    });
    expect(status).toMatchObject({
      auditTimestamp: '2026-11-29T09:00:00Z',
      totalViolations: 31,
    });
    expect(status.violations).toHaveLength(20);
    expect(status.violations[0]).toEqual({
      enforcementAction: 'warn',
      group: '',
      version: 'v1',
      kind: 'Pod',
      namespace: 'orders',
      name: expect.stringMatching(/^shell-/),
      message: 'Images have no tag that stays: shell (busybox)',
    });
    const names = status.violations.map(({ name }: any) => name);
    expect(names).toEqual([...names].sort());
    expect(status.byPod[0]).toMatchObject({
      constraintUID: metadata.uid,
      enforced: true,
    });
  });

  it('is as old as its last audit', async () => {
    await start({ gatekeeper: { auditedSecondsAgo: 259_200 } });
    expect((await constraint('FleetNoLatestTag')).status.auditTimestamp).toBe(
      '2026-11-26T09:00:30Z',
    );
  });

  it('has no violations where there are none', async () => {
    await start({
      values: {
        policies: {
          'no-latest-tag': { exclude: { resources: [{ name: 'shell' }] } },
        },
      },
    });
    const { status } = await constraint('FleetNoLatestTag');
    expect(status.totalViolations).toBe(0);
    expect(status).not.toHaveProperty('violations');
  });

  it('leaves out what was agreed to, and notes it on the constraint', async () => {
    await start({
      gatekeeper: { violationsLimit: 1 },
      values: {
        exceptions: {
          shell: {
            policies: ['no-latest-tag'],
            resources: [{ kind: 'Deployment', name: 'shell' }],
            reason: 'For a while',
          },
        },
      },
    });
    const { metadata, spec, status } = await constraint('FleetNoLatestTag');
    expect(status.totalViolations).toBe(0);
    expect(spec.parameters.exempt).toHaveLength(1);
    expect(
      JSON.parse(metadata.annotations['eks-fleet.io/exceptions']),
    ).toMatchObject([{ name: 'shell', reason: 'For a while' }]);
  });

  it('audits nothing of what it looks at only while it is written', async () => {
    await start();
    const { spec, status } = await constraint('FleetRemovedApis');
    expect(spec.enforcementAction).toBe('scoped');
    expect(status).not.toHaveProperty('auditTimestamp');
    expect(status).not.toHaveProperty('totalViolations');
  });

  it('is an error on the template that does not compile, and no kind', async () => {
    await start({ gatekeeper: { templateErrors: { 'no-latest-tag': 'bad' } } });
    const { body } = await started.get(
      '/apis/templates.gatekeeper.sh/v1/constrainttemplates/fleetnolatesttag',
    );
    expect(body.status).toMatchObject({
      created: false,
      byPod: [{ errors: [{ code: 'ingest_error', message: 'bad' }] }, {}, {}],
    });
    const { status } = await started.get(
      `/apis/${GROUP}/v1beta1/fleetnolatesttag`,
    );
    expect(status).toBe(404);
  });
});
