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
  aCluster,
  ACCOUNT,
  aGround,
  aNamespaceThere,
  aReservation,
  PAYMENTS,
  type GroundParts,
} from '../__testUtils__/grounds';
import { quotaUse } from './quotaUse';

const KEY = `namespace/${ACCOUNT}/eu-west-1/shared/checkout`;

const use = (parts: GroundParts, resource: string, except?: string) =>
  quotaUse(PAYMENTS, aGround(parts), except).find(
    each => each.resource === resource,
  );

describe('quotaUse', () => {
  it('has all resources, with and without a limit', () => {
    expect(
      quotaUse(
        PAYMENTS,
        aGround({
          clusters: [aCluster({ name: 'own', owner: PAYMENTS })],
          namespaces: [aNamespaceThere()],
          reservations: [aReservation()],
          requests: {
            quotas: [{ owners: ['payments'], vcpu: 60, namespaces: 5 }],
          },
        }),
      ),
    ).toEqual([
      { resource: 'clusters', used: 1, reserved: 0, unknown: 0 },
      {
        resource: 'namespaces',
        limit: 5,
        used: 1,
        reserved: 1,
        left: 3,
        unknown: 0,
      },
      {
        resource: 'vcpu',
        limit: 60,
        used: 68,
        reserved: 2,
        left: -10,
        unknown: 0,
      },
      { resource: 'memoryGib', used: 264, reserved: 4, unknown: 0 },
      { resource: 'storageGib', used: 0, reserved: 0, unknown: 0 },
      { resource: 'monthlyCost', used: 3096, reserved: 50, unknown: 0 },
    ]);
  });

  it('goes by the rule that names the owner before the one for all others', () => {
    const quotas = [
      { default: true, namespaces: 1 },
      { owners: ['payments'], namespaces: 9 },
    ];
    expect(use({ requests: { quotas } }, 'namespaces')?.limit).toBe(9);
    expect(
      use({ requests: { quotas: [quotas[0]] } }, 'namespaces')?.limit,
    ).toBe(1);
  });

  it.each<[string, number, number]>([
    ['grows, by what it grows', 6, 2],
    ['shrinks, by nothing until it has', 1, 0],
  ])('counts a thing that %s', (_, vcpu, reserved) => {
    expect(
      use(
        {
          namespaces: [aNamespaceThere()],
          reservations: [
            aReservation({
              operation: 'change',
              key: KEY,
              amounts: { vcpu, memoryGib: 8, storageGib: 0 },
            }),
          ],
        },
        'vcpu',
      ),
    ).toMatchObject({ used: 4, reserved });
  });

  it('counts what is to be deleted until it is gone', () => {
    expect(
      use(
        {
          namespaces: [aNamespaceThere()],
          reservations: [aReservation({ operation: 'delete', key: KEY })],
        },
        'namespaces',
      ),
    ).toMatchObject({ used: 1, reserved: 0 });
  });

  it('counts what changes hands with both', () => {
    const parts = {
      namespaces: [aNamespaceThere({ owner: 'group:default/search' })],
      reservations: [aReservation({ operation: 'change', key: KEY })],
    };
    expect(use(parts, 'namespaces')).toMatchObject({ used: 0, reserved: 1 });
    expect(quotaUse('group:default/search', aGround(parts))[1]).toMatchObject({
      used: 1,
      reserved: 0,
    });
  });

  it('leaves out the thing that is asked about', () => {
    expect(
      use({ namespaces: [aNamespaceThere()] }, 'namespaces', KEY),
    ).toMatchObject({ used: 0, reserved: 0 });
  });

  it('says of how much it knows nothing', () => {
    expect(
      use(
        {
          namespaces: [aNamespaceThere({ monthlyCostUsd: undefined })],
          reservations: [aReservation({ monthlyCostUsd: undefined })],
        },
        'monthlyCost',
      ),
    ).toEqual({ resource: 'monthlyCost', used: 0, reserved: 0, unknown: 2 });
  });

  it('counts what changes to nobody knows how much as unknown, once', () => {
    const reservations = [
      aReservation({
        operation: 'change',
        key: KEY,
        monthlyCostUsd: undefined,
      }),
    ];
    for (const monthlyCostUsd of [96, undefined]) {
      expect(
        use(
          { namespaces: [aNamespaceThere({ monthlyCostUsd })], reservations },
          'monthlyCost',
        ),
      ).toMatchObject({ unknown: 1 });
    }
  });

  it('counts a namespace on a cluster that is only promised as on an own one', () => {
    expect(
      use(
        {
          clusters: [],
          reservations: [
            aReservation({
              requestId: 'r-cluster',
              kind: 'cluster',
              key: `cluster/${ACCOUNT}/eu-west-1/shared`,
              amounts: { vcpu: 16, memoryGib: 64 },
            }),
            aReservation(),
          ],
        },
        'vcpu',
      ),
    ).toMatchObject({ reserved: 16 });
  });
});
