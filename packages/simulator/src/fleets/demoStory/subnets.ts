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

import { DEV, PROD, STAGING } from '../demoAccounts';
import type { Thread } from './types';

/** An upgrade takes up to five free addresses; these do not have them. */
export function subnetThread(): Thread {
  return {
    [`${STAGING}/legacy-reports`]: {
      subnets: [
        {
          id: 'subnet-0f1e2d3c4b5a69788',
          cidrBlock: '10.31.0.0/26',
          availableIpAddressCount: 3,
        },
        { cidrBlock: '10.31.0.64/26', availableIpAddressCount: 0 },
      ],
    },
    [`${PROD}/batch-legacy`]: {
      subnets: [
        { cidrBlock: '10.17.4.0/25', availableIpAddressCount: 2 },
        { cidrBlock: '10.17.4.128/25', availableIpAddressCount: 1 },
        { cidrBlock: '10.17.5.0/25', availableIpAddressCount: 1 },
      ],
    },
    // Somebody has deleted it under the cluster.
    [`${DEV}/search-apac-dev`]: {
      subnets: [
        { id: 'subnet-0a1b2c3d4e5f60718', deleted: true },
        { zone: 'b' },
        { zone: 'c' },
      ],
    },
  };
}
