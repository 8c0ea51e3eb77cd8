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

import { mockCredentials } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { RollbackStep } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { clusterEntity } from '../__testUtils__/entities';
import { startFleet } from '../__testUtils__/startFleet';
import { DatabaseRolloutStore } from '../rollouts/store/DatabaseRolloutStore';
import {
  putRunning,
  rolloutOf,
} from '../rollouts/store/__testUtils__/bigRollout';

jest.setTimeout(40_000);

const ACCOUNT = '111111111111';
const ARN = `arn:aws:eks:eu-west-1:${ACCOUNT}:cluster/dev-1`;
const OTHER = mockCredentials.user.header('user:default/other');
const CELL = '/rollouts/one/cells/one-0';

describe('a guided rollback over HTTP', () => {
  let fleet: Awaited<ReturnType<typeof startFleet>>;

  beforeEach(async () => {
    fleet = await startFleet({
      entities: [
        clusterEntity({ name: 'dev-1', accountId: ACCOUNT, version: '1.34' }),
      ],
      config: {
        integrations: { github: [{ host: 'github.com', token: 't' }] },
        eksFleet: {
          writes: 'on',
          fleetRepositories: [
            {
              id: 'fleet',
              url: 'https://github.com/acme/fleet',
              branch: 'main',
              clusters: [
                {
                  provisioner: 'terraform',
                  path: 'live/{cluster}.auto.tfvars.json',
                },
              ],
            },
          ],
        },
      },
    });
    await fleet.ready();
    const { cells, snapshot } = rolloutOf('one', 1);
    const movedAt = new Date(Date.now() - 3600_000).toISOString();
    await putRunning(
      fleet.knex,
      {
        snapshot: {
          ...snapshot,
          rollout: { ...snapshot.rollout, executor: 'gitops' },
        },
        cells: cells.map(cell => ({
          ...cell,
          name: 'dev-1',
          clusters: cell.clusters.map(record => ({
            ...record,
            cluster: {
              ...record.cluster,
              arn: ARN,
              name: 'dev-1',
              accountId: ACCOUNT,
              entityRef: 'resource:default/dev-1',
            },
            tracks: [
              {
                kind: 'controlPlane' as const,
                from: '1.33',
                to: '1.34',
                hops: ['1.34'],
                order: [1],
                state: 'succeeded' as const,
                done: 1,
                movedAt,
                attempt: 1,
                memory: {},
              },
            ],
          })),
        })),
      },
      { state: 'succeeded' },
    );
  });

  afterEach(async () => {
    await fleet.stop();
  });

  const act = (body: object, header = mockCredentials.user.header()) =>
    fleet.post(`${CELL}/act`, body).set('Authorization', header);
  const rollback = async () => {
    const { body } = await fleet.get(CELL);
    return body.cell.clusters[0].rollback;
  };
  const agree = async () => {
    await act({ act: 'rollBack', reason: 'it is slow', force: true });
    const store = new DatabaseRolloutStore(fleet.knex);
    const cell = await store.cell('one', 'one-0', 'all');
    const secondPerson = cell!.clusters[0].backAsked!.id;
    const agreed = await act(
      { act: 'rollBack', secondPerson, force: true },
      OTHER,
    );
    expect({ body: agreed.body, status: agreed.status }).toMatchObject({
      status: 200,
    });
  };

  it('shows its steps before it begins, with commands and links, and ticks none', async () => {
    const { steps, way } = await rollback();
    expect(way).toBe('guided');
    expect(
      steps.map(({ id, state }: RollbackStep) => `${id} ${state}`),
    ).toEqual(['suspend open', 'rollBack open', 'edit open', 'resume open']);
    expect(steps[1].command).toBe(
      'aws eks update-cluster-version --region eu-west-1 --name dev-1 --kubernetes-version 1.33',
    );
    expect(steps[2].url).toBe(
      'https://github.com/acme/fleet/blob/main/live/dev-1.auto.tfvars.json',
    );
    const early = await act({ act: 'confirmStep', step: 'suspend' });
    expect(early.status).toBe(409);
    expect(early.body.error.message).toBe('dev-1 is on no guided way back');
  });

  it('keeps who said that a step is done, of those who may take back', async () => {
    await agree();
    fleet.decide({ 'eks-fleet.rollout.rollback': AuthorizeResult.DENY });
    const stranger = await act({ act: 'confirmStep', step: 'suspend' }, OTHER);
    expect(stranger.status).toBe(403);
    fleet.decide({});
    expect((await act({ act: 'confirmStep' })).status).toBe(400);
    expect((await act({ act: 'confirmStep', step: 'rollBack' })).status).toBe(
      400,
    );

    const said = await act({ act: 'confirmStep', step: 'suspend' });
    expect(said.status).toBe(200);
    const twice = await act({ act: 'confirmStep', step: 'suspend' }, OTHER);
    expect(twice.status).toBe(409);

    const { steps } = await rollback();
    expect(steps[0]).toMatchObject({
      state: 'done',
      by: 'user:default/mock',
      at: expect.any(String),
    });
    expect(steps[2]).toMatchObject({ state: 'open', confirmable: true });
    expect(fleet.audited.at(-1)).toEqual({
      eventId: 'rollout-cell-act',
      outcome: 'fail',
    });
    expect(fleet.audited.at(-2)).toEqual({
      eventId: 'rollout-cell-act',
      outcome: 'success',
    });
  });
});
