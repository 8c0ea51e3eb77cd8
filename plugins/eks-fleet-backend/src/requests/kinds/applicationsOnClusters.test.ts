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
  checkApplicationSpec,
  type ApplicationSpec,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { ArgocdApplication, HubLook } from '../../argocd/types';
import { judgeApplications, judgeGoing } from './applicationsOnClusters';

const MERGED = '2026-11-30T10:00:00Z';
const ACCOUNT = '111122223333';
const CLUSTERS = ['a', 'b'].map(name => ({
  accountId: ACCOUNT,
  region: 'eu-west-1',
  name,
}));
const { spec: SPEC } = checkApplicationSpec({
  name: 'web',
  owner: 'group:default/payments',
  environment: 'prod',
  namespace: 'checkout',
  source: {
    repoUrl: 'https://github.com/acme/checkout',
    path: 'deploy',
    targetRevision: 'v2',
  },
  parameters: { 'image.tag': 'v2' },
}) as { spec: ApplicationSpec };
const SOURCE = {
  repoUrl: 'https://github.com/acme/checkout',
  path: 'deploy',
  targetRevision: 'v2',
  parameters: { 'image.tag': 'v2' },
};
const WANTED = { spec: SPEC, clusters: CLUSTERS, since: MERGED };
const nameOn = (cluster: string) => `web-prod-${cluster}-${ACCOUNT}-eu-west-1`;

const on = (
  cluster: string,
  part: Partial<ArgocdApplication> = {},
): ArgocdApplication => ({
  hub: 'hub',
  namespace: 'argocd',
  name: nameOn(cluster),
  sources: [SOURCE],
  destination: {},
  sync: 'Synced',
  health: 'Healthy',
  reconciledAt: '2026-11-30T10:00:30Z',
  automated: true,
  ...part,
});
const look = (
  applications: ArgocdApplication[],
  part: Partial<HubLook> = {},
): HubLook => ({
  hub: { id: 'hub', cluster: '', namespace: 'argocd', clusterSecrets: false },
  at: MERGED,
  applications,
  destinations: [],
  ...part,
});
const UNREAD = look([], {
  error: { code: 'unreachable', message: 'no route' },
});

describe('judgeApplications', () => {
  it('is synced when all have it, and there when all are Healthy', () => {
    expect(judgeApplications([look([on('a'), on('b')])], WANTED)).toMatchObject(
      {
        delivery: {
          state: 'synced',
          message: 'Argo CD has synced it on a, b',
          application: { name: nameOn('a') },
        },
        thing: { state: 'there', message: 'It runs on a, b' },
      },
    );
  });

  it.each<[string, ArgocdApplication[], string, string]>([
    [
      'none is there',
      [],
      'missing',
      '0 of 2 clusters have it; a: Argo CD (hub) has no application',
    ],
    [
      'one is not there',
      [on('a')],
      'behind',
      '1 of 2 clusters have it; b: Argo CD (hub) has no application',
    ],
    [
      'one has another version',
      [on('a'), on('b', { sources: [{ ...SOURCE, targetRevision: 'v1' }] })],
      'behind',
      `1 of 2 clusters have it; b: Application ${nameOn(
        'b',
      )} has not been brought to the change yet`,
    ],
    [
      'one has another parameter',
      [on('a', { sources: [{ ...SOURCE, parameters: undefined }] }), on('b')],
      'behind',
      '1 of 2 clusters have it; a:',
    ],
    [
      'one follows by itself and should not, or the other way round',
      [on('a'), on('b', { automated: false })],
      'behind',
      '1 of 2 clusters have it; b:',
    ],
    [
      'one has yet to sync',
      [on('a'), on('b', { sync: 'OutOfSync' })],
      'behind',
      'has yet to sync',
    ],
    [
      'one is refused, whatever the others wait for',
      [
        on('a', { sync: 'OutOfSync' }),
        on('b', { operation: 'Failed', message: 'quota: exceeded' }),
      ],
      'failed',
      `b: the sync of application ${nameOn('b')} failed: quota: exceeded`,
    ],
    [
      'one is Degraded',
      [on('a'), on('b', { health: 'Degraded', message: 'no image' })],
      'failed',
      `1 of 2 clusters have it; b: application ${nameOn(
        'b',
      )} is Degraded: no image`,
    ],
  ])('waits where %s', (_, applications, state, message) => {
    const judged = judgeApplications([look(applications)], WANTED);
    expect(judged.delivery).toMatchObject({
      state,
      message: expect.stringContaining(message),
    });
    expect(judged.thing.state).toBe('coming');
  });

  it('says of how many it is Healthy', () => {
    const one = [on('a'), on('b', { health: 'Progressing' })];
    expect(judgeApplications([look(one)], WANTED)).toMatchObject({
      delivery: { state: 'synced' },
      thing: {
        state: 'coming',
        message: 'It is Healthy on 1 of 2 clusters; not yet on b',
      },
    });
  });

  it('takes nothing for gone or fine that could not be asked for', () => {
    expect(judgeApplications([UNREAD], WANTED)).toMatchObject({
      delivery: { state: 'unknown' },
      thing: { state: 'unknown' },
    });
    expect(judgeApplications([], WANTED)).toMatchObject({
      delivery: { state: 'notRead' },
      thing: { state: 'there', source: 'git' },
    });
    expect(
      judgeApplications([look([])], { ...WANTED, clusters: [] }).thing,
    ).toMatchObject({
      state: 'coming',
      message:
        'No cluster of prod has the namespace checkout of group:default/payments any more',
    });
  });
});

describe('judgeGoing', () => {
  it('names what is still there', () => {
    expect(judgeGoing([look([on('b')])], WANTED)).toMatchObject({
      delivery: { state: 'synced' },
      thing: {
        state: 'coming',
        message: `1 of 2 applications are still there: ${nameOn('b')}`,
      },
    });
  });

  it('is done when Argo CD has none, and was asked', () => {
    expect(judgeGoing([look([])], WANTED).thing.state).toBe('absent');
    expect(judgeGoing([look([]), UNREAD], WANTED).thing.state).toBe('unknown');
  });
});
