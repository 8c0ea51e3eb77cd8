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

import { DEV, PAYMENTS_PROD, PROD, SANDBOX } from '../demoAccounts';
import type { Thread } from './types';

/** Control planes that are not set up as the others are. */
export function controlPlaneThread(): Thread {
  return {
    [`${SANDBOX}/hackday-2025`]: {
      logging: [],
      encryption: false,
      authenticationMode: 'API_AND_CONFIG_MAP',
      publicAccessCidrs: ['0.0.0.0/0'],
    },
    [`${SANDBOX}/sandbox-data`]: { publicAccessCidrs: ['0.0.0.0/0'] },
    [`${DEV}/ci-runners`]: { logging: [], encryption: false },
    // It has no access entries at all.
    [`${PROD}/batch-legacy`]: {
      authenticationMode: 'CONFIG_MAP',
      encryption: false,
    },
    [`${PROD}/search-eu`]: { zonalShift: true },
    [`${PAYMENTS_PROD}/payments-eu`]: {
      zonalShift: true,
      logging: [
        'api',
        'audit',
        'authenticator',
        'controllerManager',
        'scheduler',
      ],
    },
  };
}
