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
import { readRolloutConfig } from './readRolloutConfig';

const read = (rollouts?: JsonObject) =>
  readRolloutConfig(
    mockServices.rootConfig({ data: { eksFleet: { rollouts } } }),
  );

describe('readRolloutConfig', () => {
  it('has defaults for all of it', () => {
    expect(read()).toEqual({
      enabled: true,
      caps: { perAccountAndRegion: 5, perQueue: 10 },
      reconcileSeconds: 30,
      freezes: [],
      keepDays: { rollouts: 400, log: 400 },
    });
  });

  it('takes what is said', () => {
    const freeze = {
      name: 'Year end',
      from: '2026-12-20T00:00:00+01:00',
      to: '2027-01-07T00:00:00+01:00',
      environments: ['prod'],
    };
    expect(
      read({
        enabled: false,
        inFlight: { perAccountAndRegion: 2, perRepository: 3 },
        reconcileSeconds: 5,
        freezes: [freeze],
        keepDays: 730,
        keepLogDays: 90,
      }),
    ).toEqual({
      enabled: false,
      caps: { perAccountAndRegion: 2, perQueue: 3 },
      reconcileSeconds: 5,
      freezes: [freeze],
      keepDays: { rollouts: 730, log: 90 },
    });
  });

  it.each([
    [
      { inFlight: { perAccountAndRegion: 0 } },
      'eksFleet.rollouts.inFlight.perAccountAndRegion: 0 is no whole number from 1 to 1000',
    ],
    [
      { inFlight: { perRepository: 1.5 } },
      'eksFleet.rollouts.inFlight.perRepository: 1.5 is no whole number from 1 to 1000',
    ],
    [
      { reconcileSeconds: 1 },
      'eksFleet.rollouts.reconcileSeconds: 1 is no whole number of seconds from 2 to 60',
    ],
    [
      { reconcileSeconds: 90 },
      'eksFleet.rollouts.reconcileSeconds: 90 is no whole number of seconds from 2 to 60',
    ],
    [
      { freezes: [{ name: 'Year end', from: 'christmas', to: '2027-01-07' }] },
      /^eksFleet\.rollouts\.freezes\.0\.from: /,
    ],
    [
      { freezes: [{ name: 'Year end', until: '2027-01-07T00:00:00Z' }] },
      /^eksFleet\.rollouts\.freezes\.0\.from: /,
    ],
    [{ keepDays: 7 }, 'eksFleet.rollouts.keepDays: 7 is less than 30'],
    [
      { keepLogDays: 0 },
      'eksFleet.rollouts.keepLogDays: 0 is no whole number from 1 to 3650',
    ],
  ] as const)('refuses %j, naming the key', (rollouts, message) => {
    expect(() => read(rollouts as unknown as JsonObject)).toThrow(message);
  });
});
