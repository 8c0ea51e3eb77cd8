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

import { fitsWords } from './fitsWords';

const WORDS = {
  partition: 'aws-cn',
  account: '111122223333',
  owner: 'payments',
  environment: 'prod',
  cluster: 'orders',
};

describe('fitsWords', () => {
  it.each([
    ['arn:aws:iam::1:role/team-x', 'arn:aws:iam::*:role/team-*', true],
    ['arn:aws:iam::1:role/team-x', 'arn:*:role/team-*', false],
    ['arn:aws:iam::1:user/x:role/team-x', 'arn:aws:iam::*:role/team-*', false],
    ['team-payments-edit', 'team-{owner}-*', true],
    ['team-payments', 'team-{owner}-*', false],
    ['team-search-edit', 'team-{owner}-*', false],
    [
      'arn:aws-cn:iam::111122223333:role/prod/payments/orders-nodes',
      'arn:{partition}:iam::{account}:role/{environment}/{owner}/{cluster}-*',
      true,
    ],
    [
      'arn:aws-cn:iam::111122223333:role/prod/search/orders-nodes',
      'arn:{partition}:iam::{account}:role/{environment}/{owner}/{cluster}-*',
      false,
    ],
  ])('%j fits %j: %s', (value, pattern, fits) => {
    expect(fitsWords(value, pattern, WORDS)).toBe(fits);
  });
});
