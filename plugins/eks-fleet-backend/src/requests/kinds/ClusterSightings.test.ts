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

import { judgeCluster } from './ClusterSightings';

describe('judgeCluster', () => {
  it.each([
    ['create', undefined, false, 'coming'],
    ['create', 'CREATING', true, 'coming'],
    ['create', 'ACTIVE', false, 'there'],
    ['create', 'FAILED', true, 'failed'],
    // It was there before: only a change that was delivered is one.
    ['change', 'ACTIVE', false, 'coming'],
    ['change', 'ACTIVE', true, 'there'],
    ['change', 'UPDATING', true, 'coming'],
    ['change', 'FAILED', true, 'coming'],
    ['extend', 'ACTIVE', true, 'there'],
    ['delete', 'ACTIVE', true, 'coming'],
    ['delete', 'DELETING', true, 'coming'],
    ['delete', undefined, true, 'absent'],
  ] as const)(
    'of a %s with status %s (delivered: %s) is %s',
    (operation, status, isDelivered, state) => {
      const cluster = status && { status };
      expect(judgeCluster(cluster, { operation, isDelivered })).toMatchObject({
        state,
        source: 'eks',
      });
    },
  );
});
