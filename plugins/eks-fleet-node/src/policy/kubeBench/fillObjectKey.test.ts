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

import { fillObjectKey, problemOfObjectKey } from './fillObjectKey';

const CLUSTER = {
  partition: 'aws' as const,
  accountId: '111122223333',
  region: 'eu-west-1',
  name: 'orders',
};

describe('keys of objects', () => {
  it('are filled with what is known of a cluster', () => {
    expect(fillObjectKey('a/{account}/{region}/{cluster}/', CLUSTER)).toBe(
      'a/111122223333/eu-west-1/orders/',
    );
    expect(fillObjectKey('{cluster}-{cluster}.json', CLUSTER)).toBe(
      'orders-orders.json',
    );
  });

  it.each([
    ['a/{account}/{region}/{cluster}.json', false, undefined],
    ['one.json', true, undefined],
    [
      'a/{cluster}.json',
      false,
      'must hold {account}, {region}, so that no two clusters have one key',
    ],
    [
      'a/{name}.json',
      true,
      'holds {name}; there are {account}, {region}, {cluster}',
    ],
    [
      'a/{account.json',
      true,
      'holds a brace that is not closed; there are {account}, {region}, {cluster}',
    ],
    [
      'a/{constructor}/{account}',
      false,
      'holds {constructor}; there are {account}, {region}, {cluster}',
    ],
    [
      '/a.json',
      true,
      'must be the key of an object, or a prefix that ends with a slash',
    ],
    [
      '',
      true,
      'must be the key of an object, or a prefix that ends with a slash',
    ],
  ])('%j for one cluster: %s', (key, isOfOne, problem) => {
    expect(problemOfObjectKey(key, isOfOne)).toBe(problem);
  });
});
