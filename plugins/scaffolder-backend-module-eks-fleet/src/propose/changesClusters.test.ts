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

import type { ProposedFile } from '@eks-fleet/backstage-plugin-eks-fleet-node';
import { changesClusters } from './changesClusters';

const RULES = [
  { path: 'clusters/{label.environment}/{account}/{cluster}/cluster.yaml' },
  { path: 'live/{cluster}.auto.tfvars.json' },
];
const PLACE = 'clusters/prod/111122223333/orders/cluster.yaml';

describe('changesClusters', () => {
  it.each<[ProposedFile, boolean]>([
    [{ path: PLACE, write: '' }, true],
    [{ path: PLACE, remove: true }, true],
    [{ path: PLACE, edits: [] }, true],
    [{ path: PLACE, values: [] }, true],
    [{ path: PLACE, create: '' }, false],
    [{ path: 'live/orders.auto.tfvars.json', write: '' }, true],
    [{ path: 'live/ordersXauto.tfvars.json', write: '' }, false],
    [{ path: `old/${PLACE}`, write: '' }, false],
    [{ path: 'clusters/prod/1/2/orders/cluster.yaml', write: '' }, false],
    [{ path: 'teams/orders/cluster.yaml', write: '' }, false],
  ])('says of %j %s', (file, expected) => {
    const other = { path: 'README.md', write: '' };
    expect(changesClusters([other, file], RULES)).toBe(expected);
  });
});
