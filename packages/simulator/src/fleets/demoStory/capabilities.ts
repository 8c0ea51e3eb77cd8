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

/** Controllers that AWS runs: Argo CD, ACK and kro. */
export function capabilityThread(): Thread {
  return {
    [`${PROD}/platform-tools`]: {
      capabilities: [
        { name: 'argocd', type: 'ARGOCD', version: '3.2.1-eks-1' },
      ],
    },
    [`${DEV}/platform-tools-dev`]: {
      capabilities: [
        { name: 'ack', type: 'ACK', version: '1.8.0-eks-2' },
        { name: 'kro', type: 'KRO', version: '0.6.2-eks-1' },
      ],
    },
    [`${STAGING}/platform-tools-staging`]: {
      capabilities: [
        {
          name: 'ack',
          type: 'ACK',
          version: '1.7.3-eks-1',
          status: 'DEGRADED',
          healthIssues: [
            {
              code: 'AccessDenied',
              message:
                'The capability role is not authorized to perform: s3:CreateBucket.',
            },
          ],
        },
      ],
    },
  };
}
