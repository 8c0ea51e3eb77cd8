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

import { SIX_ADDONS } from '../../model/defaultAddons';
import type { AddonSpec } from '../../model/addons';
import { DEV, PAYMENTS_PROD, PROD, STAGING } from '../demoAccounts';
import type { Past, Thread } from './types';

/** Add-ons that stop an upgrade, and add-ons that are ill. */
export function addonThread(past: Past): Thread {
  return {
    // No version of it runs on 1.34.
    [`${PROD}/checkout-eu`]: {
      addons: usualAnd({
        name: 'kubecost_kubecost',
        version: 'v2.8.2-eksbuild.1',
      }),
    },
    // These have to be updated first.
    [`${STAGING}/data-staging`]: {
      addons: usualAnd({ name: 'adot', version: 'v0.117.0-eksbuild.1' }),
    },
    [`${PAYMENTS_PROD}/payments-us`]: {
      addons: usualAnd({ name: 'vpc-cni', version: 'v1.19.5-eksbuild.1' }),
    },
    [`${PAYMENTS_PROD}/payments-fraud`]: {
      addons: usualAnd({
        name: 'aws-ebs-csi-driver',
        status: 'DEGRADED',
        roleName: 'ebs-csi-driver',
        modifiedAt: past.hoursAgo(31),
        healthIssues: [
          {
            code: 'InsufficientNumberOfReplicas',
            message:
              'The add-on is unhealthy because it does not have the desired number of replicas.',
            resourceIds: ['ebs-csi-controller'],
          },
        ],
      }),
    },
    // What it has was installed by hand, and EKS knows nothing of it.
    [`${PROD}/batch-legacy`]: { addons: [] },
    // The last one of its add-ons that AWS does not own; all is well with it.
    [`${DEV}/platform-tools-dev`]: {
      addons: usualAnd({
        name: 'cert-manager',
        configurationValues: '{"replicaCount":2}',
      }),
    },
  };
}

/** The usual add-ons with one more, or with one of them as it is given. */
function usualAnd(addon: AddonSpec): AddonSpec[] {
  return [
    ...SIX_ADDONS.filter(name => name !== addon.name).map(name => ({ name })),
    addon,
  ];
}
