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
import type {
  Rollout,
  RolloutCell,
  RolloutDraft,
  RolloutStrategy,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { clusterEntity } from '../../__testUtils__/entities';
import { aControlPlane } from '../../__testUtils__/observations';
import { startFleet } from '../../__testUtils__/startFleet';

export const ACCOUNT = '111111111111';
export const TARGET = `main/${ACCOUNT}/eu-west-1`;
/** Somebody else than who made it. */
export const OTHER = mockCredentials.user.header('user:default/other');

/** Two clusters of payments, and one of data in production. */
export const entities = [
  ...['dev-1', 'dev-2'].map(name => ({ name, env: 'dev', owner: 'payments' })),
  { name: 'prod-1', env: 'prod', owner: 'data' },
].map(({ env, name, owner }) =>
  clusterEntity({
    name,
    accountId: ACCOUNT,
    version: '1.33',
    owner: `group:default/${owner}`,
    labels: { environment: env },
  }),
);
export const person = (name: string, groups: string[] = []) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'User',
  metadata: { name, namespace: 'default' },
  spec: { memberOf: groups },
  relations: groups.map(group => ({
    type: 'memberOf',
    targetRef: `group:default/${group}`,
  })),
});
export const arnOf = (name: string) =>
  `arn:aws:eks:eu-west-1:${ACCOUNT}:cluster/${name}`;

export const strategy = (
  more: Partial<RolloutStrategy> = {},
): RolloutStrategy => ({
  name: 'quick',
  waves: [
    { name: 'dev', match: { environments: ['dev'] }, bake: '0s' },
    { name: 'prod', match: { environments: ['prod'] }, bake: '0s' },
  ],
  ...more,
});
export const draft = (more: Partial<RolloutDraft> = {}): RolloutDraft => ({
  title: 'To 1.34',
  change: {
    kind: 'kubernetesVersion',
    version: '1.34',
    addons: 'leave',
    nodes: 'leave',
  },
  selection: { filter: ['version=1.33'] },
  strategy: strategy(),
  executor: 'observe',
  ...more,
});

export type Fleet = Awaited<ReturnType<typeof startFleet>>;

/** What is seen of the clusters at this moment. */
export const report = async (
  fleet: Fleet,
  versions: Record<string, string>,
) => {
  const { body, status } = await fleet.putControlPlanes(TARGET, {
    observedAt: new Date().toISOString(),
    clusters: Object.entries(versions).map(([name, version]) =>
      aControlPlane({ name, version }),
    ),
  });
  expect({ body, status }).toMatchObject({ status: 204 });
};
/** Asks until the rollout is as it should be; the test's time limit ends it. */
export const until = async (
  fleet: Fleet,
  id: string,
  holds: (rollout: Rollout) => boolean,
): Promise<Rollout> => {
  for (;;) {
    const { body } = await fleet.get(`/rollouts/${id}`);
    if (holds(body)) {
      return body;
    }
  }
};
export const make = async (fleet: Fleet, given = draft()): Promise<string> => {
  const { body, status } = await fleet.post('/rollouts', given);
  expect({ body, status }).toMatchObject({ status: 201 });
  return body.id;
};
export const act = (fleet: Fleet, id: string, body: object) =>
  fleet.post(`/rollouts/${id}/act`, body);

export const group = (name: string) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Group',
  metadata: { name, namespace: 'default' },
  spec: { type: 'team', children: [] },
});

/** With three clusters of 1.33, of which all is known. */
export const startRollouts = async (
  options: Partial<Parameters<typeof startFleet>[0]> = {},
): Promise<Fleet> => {
  const fleet = await startFleet({
    entities: [
      ...entities,
      group('sre'),
      person('mock'),
      person('other', ['sre']),
    ],
    ...options,
  });
  await fleet.ready();
  await fleet.putTarget(TARGET, { clusterCount: 3 });
  await report(fleet, { 'dev-1': '1.33', 'dev-2': '1.33', 'prod-1': '1.33' });
  return fleet;
};

/** Planned and started. */
export const startOne = async (
  fleet: Fleet,
  given = draft(),
): Promise<string> => {
  const id = await make(fleet, given);
  for (const step of ['plan', 'start']) {
    const { body, status } = await act(fleet, id, { act: step });
    expect({ body, status }).toMatchObject({ status: 200 });
  }
  return id;
};

/** The cell of a cluster. */
export const cellOf = async (
  fleet: Fleet,
  id: string,
  name: string,
): Promise<RolloutCell> => {
  const { body } = await fleet.get(`/rollouts/${id}/cells`);
  return body.items.find((cell: RolloutCell) => cell.name === name);
};

/** Asks until the cell is as it should be; the test's time limit ends it. */
export const untilCell = async (
  fleet: Fleet,
  id: string,
  name: string,
  holds: (cell: RolloutCell) => boolean,
): Promise<RolloutCell> => {
  for (;;) {
    const cell = await cellOf(fleet, id, name);
    if (holds(cell)) {
      return cell;
    }
  }
};

/** By somebody else, where `header` says so. */
export const actOnCell = (
  fleet: Fleet,
  id: string,
  cell: string,
  body: object,
  header = mockCredentials.user.header(),
) =>
  fleet
    .post(`/rollouts/${id}/cells/${cell}/act`, body)
    .set('Authorization', header);
