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
  DEFAULT_CONTROL_PLANE_PRICES,
  type Target,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { SupportCalendar } from '../versions/SupportCalendar';
import { summarize } from './summarize';

const group = {
  partition: 'aws',
  accountId: '111111111111',
  accountName: 'payments-prod',
  region: 'eu-west-1',
  version: '1.33',
  supportType: 'EXTENDED',
  status: 'ACTIVE',
  clusters: 2,
  observedAt: '2026-11-23T11:00:00.000Z',
};
const target: Target = {
  provider: 'main',
  accountId: '222222222222',
  accountName: 'data-prod',
  region: 'eu-west-1',
  partition: 'aws',
  kind: 'region',
  state: 'forbidden',
  error: { code: 'forbidden', message: 'denied' },
  clusterCount: 0,
  unreadable: [],
  rejects: [],
  heldRemovals: [],
};
const facts = {
  groups: [
    group,
    {
      ...group,
      version: '1.9',
      status: 'FAILED',
      clusters: 1,
      observedAt: '2026-11-23T11:30:00.000Z',
    },
  ],
  targets: [
    target,
    { ...target, region: 'all', kind: 'account' as const },
    {
      ...target,
      accountId: '999999999999',
      region: 'organization',
      kind: 'organization' as const,
    },
  ],
  foreignClusters: 4,
  calendar: new SupportCalendar(),
  prices: DEFAULT_CONTROL_PLANE_PRICES,
  now: new Date('2026-11-23T12:00:00Z'),
};

describe('summarize', () => {
  it('counts accounts that only a failing target knows, too', () => {
    expect(summarize(facts)).toMatchObject({
      clusters: 3,
      foreignClusters: 4,
      accounts: 2,
      regions: 1,
      targets: { total: 3, byState: { forbidden: 3 } },
      observedAt: '2026-11-23T11:30:00.000Z',
    });
  });

  it('orders versions by number', () => {
    expect(
      summarize(facts).versions.map(item => [
        item.version,
        item.clusters,
        item.state,
      ]),
    ).toEqual([
      ['1.9', 1, 'unknown'],
      ['1.33', 2, 'extended'],
    ]);
  });

  it('makes a grid of accounts and Regions', () => {
    expect(summarize(facts).grid).toEqual([
      {
        accountId: '111111111111',
        accountName: 'payments-prod',
        region: 'eu-west-1',
        clusters: 3,
        extended: 2,
        unsupported: 0,
        failed: 1,
      },
      {
        accountId: '222222222222',
        accountName: 'data-prod',
        region: 'all',
        clusters: 0,
        extended: 0,
        unsupported: 0,
        failed: 0,
        targetState: 'forbidden',
      },
      {
        accountId: '222222222222',
        accountName: 'data-prod',
        region: 'eu-west-1',
        clusters: 0,
        extended: 0,
        unsupported: 0,
        failed: 0,
        targetState: 'forbidden',
      },
    ]);
  });

  it('says nothing of targets to who may not read them', () => {
    const { targets, grid } = summarize({ ...facts, targets: undefined });
    expect(targets).toBeUndefined();
    expect(grid).toHaveLength(1);
  });

  it('is empty for an empty fleet', () => {
    expect(summarize({ ...facts, groups: [], targets: [] })).toEqual(
      expect.objectContaining({
        clusters: 0,
        attention: [],
        grid: [],
        observedAt: undefined,
        cost: { controlPlaneUsdPerMonth: 0, extendedSupportUsdPerMonth: 0 },
      }),
    );
  });
});
