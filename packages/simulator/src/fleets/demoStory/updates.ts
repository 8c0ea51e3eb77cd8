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

import type { UpdateSpec } from '../../model/updates';
import { PAYMENTS_PROD, PROD, STAGING } from '../demoAccounts';
import type { Past, Thread } from './types';

/** Changes under way, and changes that came to nothing. */
export function updateThread(past: Past): Thread {
  return {
    [`${STAGING}/identity-eu-staging`]: {
      updates: [
        versionUpdate('1.35', past.daysAgo(140)),
        { ...versionUpdate('1.36', past.minutesAgo(6)), status: 'InProgress' },
      ],
    },
    // EKS does not say which pod it was.
    [`${STAGING}/mobile-staging`]: {
      updates: [
        versionUpdate('1.34', past.daysAgo(3)),
        {
          type: 'VersionUpdate',
          status: 'Failed',
          createdAt: past.hoursAgo(20),
          nodegroupName: 'general',
          params: { Version: '1.34', ReleaseVersion: '1.34.6-20261112' },
          errors: [
            {
              errorCode: 'PodEvictionFailure',
              errorMessage:
                'Reached max retries while trying to evict pods from nodes in node group general',
              resourceIds: ['ip-10-0-16-11.eu-central-1.compute.internal'],
            },
          ],
        },
      ],
    },
    [`${PAYMENTS_PROD}/payments-apac`]: {
      updates: [
        versionUpdate('1.35', past.daysAgo(33)),
        {
          type: 'AddonUpdate',
          status: 'Failed',
          createdAt: past.daysAgo(9),
          addonName: 'coredns',
          params: {
            AddonVersion: 'v1.13.2-eksbuild.1',
            ResolveConflicts: 'NONE',
          },
          errors: [
            {
              errorCode: 'ConfigurationConflict',
              errorMessage:
                'Conflicts found when trying to apply. Will not continue due to resolve conflicts mode. Conflicts: Deployment.apps coredns - .spec.replicas',
              resourceIds: [],
            },
          ],
        },
      ],
    },
    [`${STAGING}/legacy-reports`]: {
      updates: [
        versionUpdate('1.31', past.daysAgo(300)),
        {
          ...versionUpdate('1.32', past.daysAgo(5)),
          status: 'Failed',
          errors: [
            {
              errorCode: 'IpNotAvailable',
              errorMessage:
                'One or more of the subnets associated with your cluster does not have enough available IP addresses for Amazon EKS management operations.',
              resourceIds: ['subnet-0f1e2d3c4b5a69788'],
            },
          ],
        },
      ],
    },
    // It may still go back.
    [`${STAGING}/platform-tools-staging`]: {
      updates: [
        versionUpdate('1.34', past.daysAgo(200)),
        versionUpdate('1.35', past.daysAgo(3)),
      ],
    },
    [`${PROD}/search-eu`]: {
      updates: [
        versionUpdate('1.33', past.daysAgo(310)),
        versionUpdate('1.34', past.daysAgo(41)),
        {
          type: 'ZonalShiftConfigUpdate',
          createdAt: past.daysAgo(40),
          params: { ZonalShiftConfig: '{"enabled":true}' },
        },
        {
          type: 'AddonUpdate',
          createdAt: past.daysAgo(39),
          addonName: 'vpc-cni',
          params: { AddonVersion: 'v1.21.1-eksbuild.3' },
        },
      ],
    },
  };
}

function versionUpdate(version: string, createdAt: string): UpdateSpec {
  return { type: 'VersionUpdate', createdAt, params: { Version: version } };
}
