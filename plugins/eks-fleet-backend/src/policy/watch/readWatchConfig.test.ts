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
import { readWatchConfig } from './readWatchConfig';

const read = (watch?: object, kubernetes: object = { enabled: true }) =>
  readWatchConfig(
    new ConfigReader({
      eksFleet: { kubernetes, policies: { ...(watch && { watch }) } },
    } as never),
  );

describe('readWatchConfig', () => {
  it.each([undefined, {}, { clusters: [] }])('is off for %j', watch => {
    expect(read(watch)).toBeUndefined();
    expect(read(watch, {})).toBeUndefined();
  });

  it('takes what fits one of several, and defaults', () => {
    expect(
      read({
        clusters: [{ labels: { env: 'prod' } }, { names: ['pci-*'] }],
      }),
    ).toEqual({
      clusters: [{ labels: { env: ['prod'] } }, { names: ['pci-*'] }],
      maxClusters: 50,
      atMostEverySeconds: 30,
    });
    expect(read({ clusters: [{}], maxClusters: 3, atMostEvery: '2m' })).toEqual(
      { clusters: [{}], maxClusters: 3, atMostEverySeconds: 120 },
    );
  });

  it.each([
    [
      { clusters: [{ accounts: ['1'] }] },
      'eksFleet.policies.watch.clusters[0].accounts[0]: must be 12 digits, quoted',
    ],
    [
      { clusters: [{}], maxClusters: 0 },
      'eksFleet.policies.watch.maxClusters: 0 is not between 1 and 500',
    ],
    [
      { clusters: [{}], atMostEvery: { seconds: 1 } },
      'eksFleet.policies.watch.atMostEvery: 1 seconds; it is between 10 and 3600 seconds',
    ],
  ])('refuses %j', (watch, message) => {
    expect(() => read(watch)).toThrow(message);
  });

  it('says what it needs', () => {
    expect(() => read({ clusters: [{}] }, {})).toThrow(
      'eksFleet.policies.watch: needs eksFleet.kubernetes.enabled',
    );
  });
});
