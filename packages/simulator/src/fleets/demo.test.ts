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

import { CloudModel } from '../model';
import { ManualClock } from '../clock';
import { demoFleet } from './demo';

const clock = new ManualClock('2026-11-23T09:00:00Z');
const fleetOfSeed = (seed: number) =>
  CloudModel.fromSpec(demoFleet(seed, clock.now()), clock);

describe('the demo fleet', () => {
  const model = fleetOfSeed(1);
  const discoverable = model
    .clusters()
    .filter(
      cluster =>
        cluster.accountId !== '555566667777' &&
        !(
          cluster.accountId === '444455556666' &&
          cluster.region === 'ap-southeast-2'
        ),
    );
  const count = (key: (cluster: (typeof discoverable)[0]) => string) =>
    discoverable.reduce<Record<string, number>>(
      (counts, cluster) => ({
        ...counts,
        [key(cluster)]: (counts[key(cluster)] ?? 0) + 1,
      }),
      {},
    );

  it('has an alarm for each production cluster, of which one rings', () => {
    const alarms = model
      .accounts()
      .flatMap(({ id }) =>
        ['eu-west-1', 'eu-central-1', 'us-east-1', 'ap-southeast-2'].flatMap(
          region => model.alarms.list(id, region),
        ),
      );
    const production = model
      .clusters()
      .filter(
        ({ accountId, tags }) =>
          accountId !== '555566667777' && tags.environment === 'prod',
      );
    expect(alarms.map(({ tags }) => tags.cluster).sort()).toEqual(
      production.map(({ arn }) => arn).sort(),
    );
    expect(
      alarms
        .filter(({ state }) => state !== 'OK')
        .map(({ dimensions, state }) => [dimensions.ClusterName, state]),
    ).toEqual([
      ['batch-legacy', 'ALARM'],
      ['search-us', 'INSUFFICIENT_DATA'],
    ]);
  });

  it('has 61 clusters that can be found, over five accounts and four Regions', () => {
    expect(discoverable).toHaveLength(61);
    expect(count(cluster => cluster.accountId)).toEqual({
      '111122223333': 9,
      '222233334444': 16,
      '333344445555': 15,
      '444455556666': 12,
      '666677778888': 9,
    });
    expect(Object.keys(count(cluster => cluster.region)).sort()).toEqual([
      'ap-southeast-2',
      'eu-central-1',
      'eu-west-1',
      'us-east-1',
    ]);
  });

  it('has versions from the end of extended support to the newest', () => {
    const versions = count(cluster => cluster.version);
    expect(Object.keys(versions).sort()).toEqual([
      '1.31',
      '1.32',
      '1.33',
      '1.34',
      '1.35',
      '1.36',
    ]);
    expect(versions['1.31']).toBe(4);
  });

  it('has clusters in trouble and on their way', () => {
    const { CREATING, FAILED, UPDATING } = count(cluster => cluster.status);
    expect({ CREATING, FAILED, UPDATING }).toEqual({
      CREATING: 1,
      FAILED: 1,
      UPDATING: 1,
    });
    const failed = discoverable.find(({ status }) => status === 'FAILED');
    expect(failed?.healthIssues).toHaveLength(1);
  });

  it('has names that are hard to tell apart, or to fit anywhere', () => {
    expect(
      discoverable
        .filter(
          ({ name, region }) =>
            name === 'payments-eu' && region === 'eu-west-1',
        )
        .map(({ accountId }) => accountId),
    ).toEqual(['333344445555', '666677778888']);
    expect(
      discoverable
        .filter(({ name }) => name.toLowerCase() === 'playground')
        .map(({ name }) => name),
    ).toEqual(['Playground', 'playground']);
    const long = discoverable.filter(({ name }) => name.length === 100);
    expect(long).toHaveLength(1);
    expect(long[0].name).toContain('_');
  });

  it('has tags that need care', () => {
    const tags = discoverable.map(cluster => cluster.tags);
    const values = tags.flatMap(Object.values);
    expect(values).toEqual(
      expect.arrayContaining(['Team Ä/1', '42', "'; DROP TABLE clusters; --"]),
    );
    expect(values.filter(value => value.length === 256)).toHaveLength(1);
    expect(values.every(value => value.length <= 256)).toBe(true);
    expect(tags.filter(tag => Object.keys(tag).length === 0)).toHaveLength(1);
  });

  it('is the same for the same seed, and has other dates for another', () => {
    const datesOf = (seed: number) =>
      fleetOfSeed(seed)
        .clusters()
        .map(({ createdAt }) => createdAt.toISOString());
    expect(datesOf(1)).toEqual(datesOf(1));
    expect(datesOf(2)).not.toEqual(datesOf(1));
    expect(datesOf(1).every(date => date < '2026-11-23')).toBe(true);
  });
});
