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

import { mockServices } from '@backstage/backend-test-utils';
import type {
  AlertSource,
  SystemSource,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { ArgocdHub, HubLook } from '../argocd/types';
import { createSystems } from './createSystems';

const NO_GIT = {
  repositories: [],
  repository: () => {
    throw new Error('There is no repository');
  },
};

async function start(options: {
  looks?: Array<Pick<HubLook, 'error'> & { id: string }>;
  alerts?: AlertSource[];
  others?: SystemSource[];
}) {
  const { alerts, looks = [], others } = options;
  const scheduler = mockServices.scheduler();
  const hubOf = (id: string): ArgocdHub => ({
    id,
    cluster: `arn:aws:eks:eu-west-1:111111111111:cluster/${id}`,
    namespace: 'argocd',
    clusterSecrets: false,
  });
  const systems = await createSystems({
    git: NO_GIT,
    argocd: {
      hubs: looks.map(({ id }) => hubOf(id)),
      look: async () =>
        looks.map(({ error, id }) => ({
          hub: hubOf(id),
          at: new Date().toISOString(),
          applications: [],
          destinations: [],
          error,
        })),
    },
    alerts: alerts && { sources: async () => alerts },
    others: others?.map(other => async () => other),
    scheduler,
  });
  return { scheduler, systems };
}

describe('createSystems', () => {
  it('tells of each Argo CD apart from the others', async () => {
    const { scheduler, systems } = await start({
      looks: [
        { id: 'eu' },
        { id: 'us', error: { code: 'forbidden', message: 'may not list' } },
      ],
    });
    await scheduler.triggerTask('eks-fleet-systems');
    expect((await systems.list('all')).items).toMatchObject([
      { id: 'eu', state: 'fresh' },
      {
        id: 'us',
        state: 'forbidden',
        error: { code: 'forbidden', message: 'may not list' },
      },
    ]);
  });

  it('reads nothing where nothing is configured', async () => {
    const { scheduler, systems } = await start({});
    expect(await scheduler.getScheduledTasks()).toEqual([]);
    expect(await systems.list('all')).toEqual({ items: [] });
  });

  it('lets others tell of themselves', async () => {
    const hub: SystemSource = {
      kind: 'securityHub',
      id: 'eu-west-1',
      state: 'disabled',
      error: { code: 'disabled', message: '111111111111 is not subscribed' },
      notes: ['Left out are findings that name no cluster: 12.'],
    };
    const { systems } = await start({ others: [hub] });
    expect((await systems.list('all')).items).toEqual([hub]);
  });

  it.each<[string, Partial<AlertSource>, string]>([
    [
      'spoke',
      { state: 'fresh', lastSuccessAt: '2026-11-29T12:00:00Z' },
      'fresh',
    ],
    [
      'has not spoken for long',
      { state: 'stale', lastSuccessAt: '2026-11-29T09:00:00Z' },
      'stale',
    ],
    ['never spoke though it is read', { state: 'stale' }, 'pending'],
    [
      'fails',
      { state: 'timeout', error: { code: 'timeout', message: 'late' } },
      'timeout',
    ],
  ])('tells of a source of alerts that %s', async (_, source, state) => {
    const { systems } = await start({
      alerts: [
        { kind: 'alertmanager', id: 'prod', state: 'pending', ...source },
      ],
    });
    expect((await systems.list('all')).items).toMatchObject([
      { kind: 'alertmanager', id: 'prod', state },
    ]);
  });
});
