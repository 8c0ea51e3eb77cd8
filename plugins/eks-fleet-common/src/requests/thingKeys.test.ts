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
  applicationThingKey,
  clusterThingKey,
  namespaceThingKey,
  parseThingKey,
} from './thingKeys';

const cluster = {
  accountId: '111122223333',
  region: 'eu-west-1',
  name: 'prod_1',
};
const application = {
  team: 'payments',
  application: 'checkout',
  environment: 'prod',
};

describe('parseThingKey', () => {
  it('takes apart what the others put together', () => {
    expect(parseThingKey(clusterThingKey(cluster))).toEqual({
      kind: 'cluster',
      cluster,
    });
    expect(parseThingKey(namespaceThingKey(cluster, 'payments-dev'))).toEqual({
      kind: 'namespace',
      cluster,
      namespace: 'payments-dev',
    });
    expect(parseThingKey(applicationThingKey(application))).toEqual({
      kind: 'application',
      ...application,
    });
  });

  it.each([
    '',
    'cluster',
    'cluster/111122223333/eu-west-1',
    'cluster/111122223333/eu-west-1/a/b',
    'cluster/1111/eu-west-1/a',
    'namespace/111122223333/eu-west-1/a',
    'namespace/111122223333/eu-west-1/../b',
    'namespace/111122223333/eu-west-1/a/',
    'application/payments/checkout',
    'application/payments/check out/prod',
    'volume/111122223333/eu-west-1/a',
  ])('knows nothing of %j', key => {
    expect(parseThingKey(key)).toBeUndefined();
  });
});
