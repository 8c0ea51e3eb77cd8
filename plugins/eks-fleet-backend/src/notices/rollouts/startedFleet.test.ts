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

import type { RolloutDraft } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { clusterEntity } from '../../__testUtils__/entities';
import { aControlPlane } from '../../__testUtils__/observations';
import { startFleet } from '../../__testUtils__/startFleet';

jest.setTimeout(60_000);

const ACCOUNT = '111111111111';
const TARGET = `main/${ACCOUNT}/eu-west-1`;

const DRAFT: RolloutDraft = {
  title: 'To 1.34',
  change: {
    kind: 'kubernetesVersion',
    version: '1.34',
    addons: 'leave',
    nodes: 'leave',
  },
  selection: { filter: ['version=1.33'] },
  strategy: {
    name: 'quick',
    waves: [
      {
        name: 'dev',
        bake: '0s',
        before: [{ type: 'approval', with: { from: ['group:default/sre'] } }],
      },
    ],
  },
  executor: 'observe',
};

describe('a backend with notifications', () => {
  let fleet: Awaited<ReturnType<typeof startFleet>> | undefined;

  afterEach(async () => {
    await fleet?.stop();
    fleet = undefined;
  });

  it('asks approvers soon after a rollout has started', async () => {
    let heard: (sent: unknown) => void;
    const first = new Promise(resolve => {
      heard = resolve;
    });
    fleet = await startFleet({
      entities: [
        clusterEntity({ name: 'dev-1', accountId: ACCOUNT, version: '1.33' }),
        {
          apiVersion: 'backstage.io/v1alpha1',
          kind: 'Group',
          metadata: { name: 'sre', namespace: 'default' },
          spec: { type: 'team', children: [] },
          relations: [{ type: 'hasMember', targetRef: 'user:default/ann' }],
        },
        {
          apiVersion: 'backstage.io/v1alpha1',
          kind: 'User',
          metadata: { name: 'ann', namespace: 'default' },
          spec: { memberOf: ['sre'] },
          relations: [{ type: 'memberOf', targetRef: 'group:default/sre' }],
        },
      ],
      notifications: { send: async sent => heard(sent) },
    });
    await fleet.ready();
    await fleet.putTarget(TARGET, { clusterCount: 1 });
    await fleet.putControlPlanes(TARGET, {
      observedAt: new Date().toISOString(),
      clusters: [aControlPlane({ name: 'dev-1', version: '1.33' })],
    });
    const { body } = await fleet.post('/rollouts', DRAFT);
    for (const act of ['plan', 'start']) {
      const { status } = await fleet.post(`/rollouts/${body.id}/act`, { act });
      expect(status).toBe(200);
    }
    expect(await first).toEqual({
      recipients: {
        type: 'entity',
        entityRef: 'group:default/sre',
        excludeEntityRef: ['user:default/mock'],
      },
      payload: {
        title: 'To 1.34: wave dev waits for your approval',
        description: expect.stringMatching(
          /^It waits for an approval of sre.*, until 2026-11-30 \d\d:\d\d UTC\.$/,
        ),
        link: `/eks-fleet/go?rollout=${body.id}&wave=1`,
        severity: 'high',
        topic: 'eks-fleet.approval',
        scope: `eks-fleet/rollout/${body.id}/gate/before/1`,
      },
    });
  });
});
