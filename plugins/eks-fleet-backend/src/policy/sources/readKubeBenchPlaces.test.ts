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
import { readKubeBenchPlaces } from './readKubeBenchPlaces';

const CLUSTER = 'arn:aws:eks:eu-west-1:111122223333:cluster/orders';
const BUCKET = {
  bucket: 'acme-kube-bench',
  accountId: '999988887777',
  region: 'eu-west-1',
  key: '{account}/{region}/{cluster}.json',
};

const read = (kubeBench: object) =>
  readKubeBenchPlaces(
    new ConfigReader({ eksFleet: { policies: { kubeBench } } }),
  );

describe('readKubeBenchPlaces', () => {
  it('names no place by default', () => {
    expect(readKubeBenchPlaces(new ConfigReader({}))).toBeUndefined();
    expect(read({})).toBeUndefined();
  });

  it('knows where ConfigMaps usually are', () => {
    expect(read({ configMaps: {} })).toEqual({
      configMaps: {
        namespace: 'kube-bench',
        labelSelector: 'app=kube-bench',
        key: 'results.json',
        match: undefined,
      },
      buckets: [],
    });
  });

  it('reads which clusters each is for', () => {
    expect(
      read({
        configMaps: {
          namespace: 'security',
          labelSelector: 'app in (kube-bench),team!=none',
          key: 'report',
          match: { accounts: ['111122223333'] },
        },
        buckets: [
          BUCKET,
          { ...BUCKET, key: 'one.json', match: { clusters: [CLUSTER] } },
          { ...BUCKET, region: 'cn-north-1' },
        ],
      }),
    ).toEqual({
      configMaps: {
        namespace: 'security',
        labelSelector: 'app in (kube-bench),team!=none',
        key: 'report',
        match: {
          accounts: ['111122223333'],
          regions: undefined,
          clusters: undefined,
        },
      },
      buckets: [
        { ...BUCKET, partition: 'aws', match: undefined },
        {
          ...BUCKET,
          partition: 'aws',
          key: 'one.json',
          match: expect.objectContaining({ clusters: [CLUSTER] }),
        },
        {
          ...BUCKET,
          partition: 'aws-cn',
          region: 'cn-north-1',
          match: undefined,
        },
      ],
    });
  });

  it.each<[object, string]>([
    [
      { configMaps: { namespace: '../kube-system' } },
      'eksFleet.policies.kubeBench.configMaps.namespace: "../kube-system" is no namespace\'s name',
    ],
    [
      { configMaps: { labelSelector: 'a&limit=1' } },
      'eksFleet.policies.kubeBench.configMaps.labelSelector: "a&limit=1" is no label selector',
    ],
    [
      { configMaps: { match: { names: ['orders'] } } },
      'eksFleet.policies.kubeBench.configMaps.match.names: is none of accounts, regions, clusters',
    ],
    [
      { buckets: [{ ...BUCKET, bucket: 'a/b' }] },
      'eksFleet.policies.kubeBench.buckets[0].bucket: "a/b" is no bucket\'s name',
    ],
    [
      { buckets: [BUCKET, { ...BUCKET, region: 'mars-1' }] },
      'eksFleet.policies.kubeBench.buckets[1].region: "mars-1" is no Region',
    ],
    [
      { buckets: [{ ...BUCKET, key: 'results.json' }] },
      'eksFleet.policies.kubeBench.buckets[0].key: "results.json" must hold {account}, {region}, {cluster}, so that no two clusters have one key',
    ],
    [
      { buckets: [{ ...BUCKET, key: '{cluster}/{tag}' }] },
      'eksFleet.policies.kubeBench.buckets[0].key: "{cluster}/{tag}" holds {tag}',
    ],
    [
      { buckets: [{ ...BUCKET, accountId: '1' }] },
      'eksFleet.policies.kubeBench.buckets[0].accountId: "1" is no account\'s id',
    ],
  ])('refuses %j', (kubeBench, message) => {
    expect(() => read(kubeBench)).toThrow(message);
  });
});
