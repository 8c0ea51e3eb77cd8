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
import type { ClusterGroup } from '../inventory/types';
import { SupportCalendar } from '../versions/SupportCalendar';
import { findAttention } from './findAttention';

const now = new Date('2026-11-23T12:00:00Z');

function group(change: Partial<ClusterGroup> = {}): ClusterGroup {
  return {
    partition: 'aws',
    accountId: '111111111111',
    accountName: 'payments-prod',
    region: 'eu-west-1',
    version: '1.35',
    supportType: 'EXTENDED',
    status: 'ACTIVE',
    clusters: 1,
    observedAt: '',
    ...change,
  };
}

function target(change: Partial<Target> = {}): Target {
  return {
    provider: 'main',
    accountId: '111111111111',
    accountName: 'payments-prod',
    region: 'eu-west-1',
    partition: 'aws',
    kind: 'region',
    state: 'fresh',
    clusterCount: 1,
    unreadable: [],
    rejects: [],
    heldRemovals: [],
    ...change,
  };
}

const attention = (groups: ClusterGroup[], targets?: Target[]) =>
  findAttention({
    groups,
    targets,
    calendar: new SupportCalendar(),
    prices: DEFAULT_CONTROL_PLANE_PRICES,
    now,
  });

describe('findAttention', () => {
  it('finds nothing where all is well', () => {
    expect(attention([group()], [target()])).toEqual([]);
  });

  it('puts first what costs most to wait with', () => {
    const items = attention(
      [
        group({ version: '1.29' }),
        group({ version: '1.31' }),
        group({ version: '1.34', status: 'FAILED' }),
      ],
      [
        target({
          state: 'forbidden',
          error: { code: 'forbidden', message: 'denied' },
          heldRemovals: [
            {
              arn: 'a',
              name: 'a',
              entityRef: 'a',
              missingSince: '2026-11-01T00:00:00Z',
            },
          ],
        }),
      ],
    );
    expect(items.map(item => item.code)).toEqual([
      'unsupported',
      'forcedUpgrade',
      'targetFailing',
      'heldRemovals',
      'extendedSoon',
      'extendedCost',
      'clusterFailed',
    ]);
  });

  it('warns of the forced upgrade at the end of extended support', () => {
    expect(
      attention([
        group({ version: '1.31', clusters: 3 }),
        group({ version: '1.31', region: 'us-east-1' }),
      ])[0],
    ).toEqual({
      code: 'forcedUpgrade',
      severity: 'critical',
      version: '1.31',
      dueAt: '2026-11-26T00:00:00.000Z',
      count: 4,
    });
  });

  it('warns of the forced upgrade that a STANDARD policy brings sooner', () => {
    const items = attention([
      group({ version: '1.34', supportType: 'STANDARD', clusters: 2 }),
      group({ version: '1.34' }),
    ]);
    expect(items).toEqual([
      {
        code: 'forcedUpgrade',
        severity: 'critical',
        version: '1.34',
        dueAt: '2026-12-02T00:00:00.000Z',
        count: 2,
      },
      {
        code: 'extendedSoon',
        severity: 'warning',
        version: '1.34',
        dueAt: '2026-12-02T00:00:00.000Z',
        count: 1,
        costUsdPerMonth: 365,
      },
    ]);
  });

  it('adds up what extended support costs', () => {
    expect(
      attention([
        group({ version: '1.32', clusters: 2 }),
        group({ version: '1.33' }),
        group({ version: '1.35', clusters: 9 }),
      ]),
    ).toEqual([
      {
        code: 'extendedCost',
        severity: 'info',
        count: 3,
        costUsdPerMonth: 1095,
      },
    ]);
  });

  it('groups failing targets by account and error', () => {
    const failing = (
      region: string,
      code: 'forbidden' | 'throttled' | 'notAllowed',
      since: string,
    ) => target({ region, state: code, error: { code, message: 'no', since } });
    const items = attention(
      [],
      [
        failing('eu-west-1', 'forbidden', '2026-11-23T10:00:00Z'),
        failing('us-east-1', 'forbidden', '2026-11-23T09:00:00Z'),
        failing('us-west-2', 'throttled', '2026-11-23T11:00:00Z'),
        failing('ap-east-1', 'notAllowed', '2026-11-01T00:00:00Z'),
        target({ state: 'stale' }),
      ],
    );
    expect(items).toEqual([
      expect.objectContaining({
        code: 'targetFailing',
        count: 2,
        accountName: 'payments-prod',
        regions: ['eu-west-1', 'us-east-1'],
        since: '2026-11-23T09:00:00Z',
      }),
      expect.objectContaining({ count: 1, regions: ['us-west-2'] }),
    ]);
  });
});
