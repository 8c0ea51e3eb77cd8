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

import { ConfigReader } from '@backstage/config';
import { readPolicyConfig } from './readPolicyConfig';

const read = (policies: object) =>
  readPolicyConfig(new ConfigReader({ eksFleet: { policies } } as never));

describe('readPolicyConfig', () => {
  it('is on, with what is worst due first', () => {
    const config = readPolicyConfig(new ConfigReader({}));
    expect(config.enabled).toBe(true);
    expect(config.due.map(({ days }) => days)).toEqual([7, 30, 90]);
    expect(config).toMatchObject({
      safeToEnforceDays: 14,
      keepResolvedDays: 90,
    });
  });

  it('takes rules of its own in place of those that ship', () => {
    expect(
      read({
        due: [{ severities: ['high'], environments: ['prod'], days: 3 }],
      }).due,
    ).toEqual([{ severities: ['high'], environments: ['prod'], days: 3 }]);
  });

  it.each([
    [
      { due: [{ severities: ['urgent'], days: 1 }] },
      'eksFleet.policies.due[0].severities: "urgent" is none of critical',
    ],
    [
      { due: [{ severities: [], days: 1 }] },
      'eksFleet.policies.due[0].severities: must name at least one',
    ],
    [
      { due: [{ severities: ['low'] }] },
      'eksFleet.policies.due[0].days: is missing',
    ],
    [
      { due: [{ severities: ['low'], days: 0 }] },
      'eksFleet.policies.due[0].days: 0 is not between',
    ],
    [
      { safeToEnforceDays: 2.5 },
      'eksFleet.policies.safeToEnforceDays: 2.5 is not between',
    ],
  ])('refuses %j with the key', (policies, message) => {
    expect(() => read(policies)).toThrow(message);
  });
});
