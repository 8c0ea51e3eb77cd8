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

import type { ArgocdApplication, HubLook } from '../../argocd/types';
import { deliveryOf } from './delivery';

const MERGED = '2026-11-30T10:00:00Z';
const NAME = 'payments-dev-prod-1-111122223333-eu-west-1';

const application = (part: Partial<ArgocdApplication>): ArgocdApplication => ({
  hub: 'hub',
  namespace: 'argocd',
  name: NAME,
  url: 'https://argocd.example.com/applications/argocd/x',
  sources: [],
  destination: {},
  sync: 'Synced',
  health: 'Healthy',
  reconciledAt: '2026-11-30T10:00:30Z',
  automated: true,
  ...part,
});
const look = (part: Partial<HubLook> = {}): HubLook => ({
  hub: { id: 'hub', cluster: '', namespace: 'argocd', clusterSecrets: false },
  at: MERGED,
  applications: [application({})],
  destinations: [],
  ...part,
});

describe('deliveryOf', () => {
  it('says that nothing is read where no Argo CD is', () => {
    expect(deliveryOf([], NAME, MERGED)).toEqual({ state: 'notRead' });
  });

  it('does not take what could not be asked for missing', () => {
    const error = {
      code: 'unreachable' as const,
      message: 'no route',
      at: MERGED,
    };
    const looks = [
      look({ applications: [], error: error as HubLook['error'] }),
    ];
    expect(deliveryOf(looks, NAME, MERGED)).toEqual({
      state: 'unknown',
      message: 'Argo CD hub could not be asked: no route',
    });
    expect(deliveryOf([look({ applications: [] })], NAME, MERGED)).toEqual({
      state: 'missing',
      message: `Argo CD (hub) has no application ${NAME} yet`,
    });
  });

  it.each<[string, Partial<ArgocdApplication>, string]>([
    ['synced', {}, 'is synced'],
    ['synced', { health: 'Progressing' }, 'is synced'],
    [
      'behind',
      { reconciledAt: '2026-11-30T09:59:00Z' },
      'has not seen the change yet',
    ],
    ['behind', { reconciledAt: undefined }, 'has not seen the change yet'],
    [
      'behind',
      { sync: 'OutOfSync' },
      'has seen the change and has yet to sync',
    ],
    [
      'behind',
      { sync: 'OutOfSync', automated: false },
      'does not sync by itself: sync it',
    ],
    [
      'failed',
      { operation: 'Failed', message: 'quota: invalid' },
      'failed: quota: invalid',
    ],
    ['failed', { health: 'Degraded', message: 'broken' }, 'Degraded: broken'],
  ])('says %s of %j', (state, part, message) => {
    const looks = [look({ applications: [application(part)] })];
    expect(deliveryOf(looks, NAME, MERGED)).toEqual({
      state,
      message: expect.stringContaining(message),
      // All that it brings is there where it is healthy.
      ...(state === 'synced' && { isSettled: !part.health }),
      application: {
        name: NAME,
        namespace: 'argocd',
        url: 'https://argocd.example.com/applications/argocd/x',
      },
    });
  });
});
