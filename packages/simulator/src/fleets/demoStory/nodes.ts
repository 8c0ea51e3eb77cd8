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

import { GENERAL_NODES, SYSTEM_NODES } from '../../model/defaultNodegroups';
import { DEV, PAYMENTS_PROD, PROD, SANDBOX, STAGING } from '../demoAccounts';
import type { Past, Thread } from './types';

/** Nodes that are old, ill, of an own make, or not there at all. */
export function nodeThread(past: Past): Thread {
  return {
    // Three minors behind: no upgrade before these have moved.
    [`${PROD}/data-lake-ingest`]: {
      nodegroups: [
        SYSTEM_NODES,
        {
          ...GENERAL_NODES,
          name: 'ingest-2024',
          version: '1.29',
          releaseVersion: '1.29.15-20250403',
          instanceTypes: ['r6i.2xlarge'],
          desiredSize: 8,
          maxSize: 24,
          modifiedAt: past.daysAgo(590),
        },
      ],
    },
    // Two behind: the next upgrade is the last one.
    [`${PROD}/batch-legacy`]: {
      nodegroups: [
        {
          ...GENERAL_NODES,
          name: 'batch',
          version: '1.29',
          amiType: 'BOTTLEROCKET_x86_64',
          releaseVersion: '1.26.2-360b7a38',
          instanceTypes: ['c6i.4xlarge'],
          desiredSize: 5,
        },
      ],
    },
    // Amazon Linux 2 has no AMI for 1.33.
    [`${PROD}/identity-us`]: {
      nodegroups: [
        SYSTEM_NODES,
        {
          ...GENERAL_NODES,
          name: 'general-al2',
          amiType: 'AL2_x86_64',
          instanceTypes: ['m5.xlarge'],
        },
      ],
    },
    [`${PAYMENTS_PROD}/ledger`]: {
      nodegroups: [
        SYSTEM_NODES,
        {
          ...GENERAL_NODES,
          name: 'hardened',
          amiType: 'CUSTOM',
          launchTemplate: {
            id: 'lt-0d4f1b7c2a9e63580',
            name: 'ledger-hardened',
            version: '14',
          },
        },
      ],
    },
    [`${PROD}/checkout-us`]: {
      nodegroups: [
        SYSTEM_NODES,
        GENERAL_NODES,
        {
          ...GENERAL_NODES,
          name: 'checkout-peak',
          status: 'DEGRADED',
          desiredSize: 6,
          healthIssues: [
            {
              code: 'AsgInstanceLaunchFailures',
              message:
                'Could not launch On-Demand Instances. InsufficientInstanceCapacity - We currently do not have sufficient m7i.xlarge capacity in the Availability Zone you requested (us-east-1b).',
              resourceIds: ['eks-checkout-peak-asg'],
            },
          ],
        },
      ],
    },
    // What a price list may not have.
    [`${DEV}/data-dev`]: {
      nodegroups: [
        SYSTEM_NODES,
        {
          ...GENERAL_NODES,
          name: 'gpu',
          amiType: 'AL2023_x86_64_NVIDIA',
          capacityType: 'CAPACITY_BLOCK',
          instanceTypes: ['p5.48xlarge'],
          desiredSize: 1,
          taints: [
            { key: 'nvidia.com/gpu', value: 'present', effect: 'NO_SCHEDULE' },
          ],
        },
      ],
    },
    // Left behind after the day, and paid for ever since.
    [`${SANDBOX}/hackday-2025`]: {
      nodegroups: [
        { ...GENERAL_NODES, name: 'hackers', desiredSize: 0, minSize: 0 },
      ],
    },
    [`${DEV}/mobile-dev`]: {
      nodegroups: [],
      fargateProfiles: [
        { name: 'system', selectors: [{ namespace: 'kube-system' }] },
        {
          name: 'mobile',
          selectors: [
            { namespace: 'mobile' },
            { namespace: 'default', labels: { compute: 'fargate' } },
          ],
        },
      ],
    },
    [`${DEV}/checkout-dev`]: {
      fargateProfiles: [
        {
          name: 'previews',
          selectors: [{ namespace: 'previews-*' }],
        },
      ],
    },
    // Its last update failed; see the updates.
    [`${STAGING}/mobile-staging`]: {
      nodegroups: [SYSTEM_NODES, { ...GENERAL_NODES, version: '1.33' }],
    },
  };
}
