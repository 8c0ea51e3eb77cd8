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
import type { JsonObject } from '@backstage/types';
import { readConfig } from './readConfig';

const read = (data: JsonObject) =>
  readConfig(mockServices.rootConfig({ data }));

describe('readConfig', () => {
  it('needs nothing', () => {
    expect(read({})).toEqual({
      environmentLabel: 'environment',
      prices: { standardUsdPerHour: 0.1, extendedUsdPerHour: 0.6 },
      instancePrices: new Map(),
      portalPath: undefined,
      notifications: true,
      timelineDays: 400,
      synchronization: { frequency: { minutes: 1 }, timeout: { minutes: 5 } },
      permissionsEnforced: false,
    });
  });

  it('reads all there is', () => {
    expect(
      read({
        permission: { enabled: true },
        eksFleet: {
          environmentLabel: 'acme.com/env',
          portalPath: '/kubernetes/fleet',
          prices: {
            controlPlane: { standardUsdPerHour: 0.09, extendedUsdPerHour: 0.5 },
            instances: { 'm7i.xlarge': 0.2016, 'u-6tb1.metal': 46.403 },
          },
          notifications: { enabled: false },
          timeline: { keepDays: 30 },
          inventory: {
            schedule: { frequency: { minutes: 2 }, timeout: { minutes: 1 } },
          },
        },
      }),
    ).toMatchObject({
      environmentLabel: 'acme.com/env',
      prices: { standardUsdPerHour: 0.09, extendedUsdPerHour: 0.5 },
      instancePrices: new Map([
        ['m7i.xlarge', 0.2016],
        ['u-6tb1.metal', 46.403],
      ]),
      portalPath: '/kubernetes/fleet',
      notifications: false,
      timelineDays: 30,
      synchronization: { frequency: { minutes: 2 } },
      permissionsEnforced: true,
    });
  });

  it.each<[string, JsonObject]>([
    ['eksFleet.environmentLabel', { environmentLabel: 'a label' }],
    ['eksFleet.portalPath', { portalPath: 'eks-fleet' }],
    ['eksFleet.portalPath', { portalPath: '//evil.example.com' }],
    [
      'eksFleet.prices.controlPlane.standardUsdPerHour',
      { prices: { controlPlane: { standardUsdPerHour: -1 } } },
    ],
    [
      'eksFleet.prices.controlPlane.extendedUsdPerHour',
      { prices: { controlPlane: { extendedUsdPerHour: 0.01 } } },
    ],
    [
      'eksFleet.prices.controlPlane.standardUsdPerHour',
      { prices: { controlPlane: { standardUsdPerHour: 'cheap' } } },
    ],
    [
      'eksFleet.prices.instances: "cheap" is no price of m7i.xlarge',
      { prices: { instances: { 'm7i.xlarge': 'cheap' } } },
    ],
    [
      'eksFleet.prices.instances: "m7i" is no instance type',
      { prices: { instances: { m7i: 1 } } },
    ],
    ['eksFleet.timeline.keepDays', { timeline: { keepDays: 0 } }],
    ['eksFleet.notifications.enabled', { notifications: { enabled: 'no?' } }],
    [
      'eksFleet.inventory.schedule',
      { inventory: { schedule: { frequency: 'often' } } },
    ],
    [
      'eksFleet.dangerouslyAllowWithoutPermissions',
      { dangerouslyAllowWithoutPermissions: 'perhaps' },
    ],
  ])('stops at a wrong %s, naming it', (key, eksFleet) => {
    expect(() => read({ eksFleet })).toThrow(key);
  });
});
