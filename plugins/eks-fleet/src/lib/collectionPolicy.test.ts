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

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { collectionPolicy } from './collectionPolicy';

const COLLECTED = [
  'nodegroups',
  'fargateProfiles',
  'addons',
  'capabilities',
  'insights',
  'updates',
  'subnets',
];

describe('collectionPolicy', () => {
  it('allows what the README of the backend says is needed', () => {
    const readme = readFileSync(
      resolve(__dirname, '../../../eks-fleet-backend/README.md'),
      'utf8',
    );
    const policies = Array.from(
      readme.matchAll(/```json\n([^`]+)```/g),
      ([, json]) => JSON.parse(json),
    );
    expect(policies).toContainEqual(collectionPolicy(COLLECTED));
  });

  it('allows no more than the kinds need that fail', () => {
    expect(
      collectionPolicy(['insights', 'constructor'])?.Statement[0].Action,
    ).toEqual(['eks:ListInsights', 'eks:DescribeInsight']);
  });

  it('is left out where no kind is known', () => {
    expect(collectionPolicy(['somethingNew'])).toBeUndefined();
  });
});
