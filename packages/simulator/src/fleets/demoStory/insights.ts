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

import { DEV, PROD } from '../demoAccounts';
import type { Past, Thread } from './types';

/** Insights that say little, and some that nobody has heard of. */
export function insightThread(past: Past): Thread {
  return {
    [`${PROD}/search-us`]: {
      insights: [
        {
          name: 'kube-proxy version skew',
          status: 'UNKNOWN',
          reason: 'Amazon EKS was unable to reach the cluster.',
          description:
            'Checks version of kube-proxy in cluster to see if upgrade would cause noncompliance with supported Kubernetes kube-proxy version skew policy.',
          recommendation:
            'Upgrade kube-proxy to match the Kubernetes version of your cluster control plane.',
          lastTransitionTime: past.daysAgo(2),
        },
      ],
    },
    [`${PROD}/platform-tools`]: {
      insights: [
        {
          name: 'EKS Hybrid Nodes webhook reachability',
          category: 'MISCONFIGURATION',
          status: 'WARNING',
          reason: 'Some webhooks run on hybrid nodes without a pod network.',
          description:
            'Checks that the control plane can reach webhooks that run on hybrid nodes.',
          recommendation:
            'Run webhooks on nodes in AWS, or make the pod network routable.',
          lastTransitionTime: past.daysAgo(20),
        },
      ],
    },
    // A category that came after this portal.
    [`${DEV}/payments-dev`]: {
      insights: [
        {
          name: 'Certificate algorithm agility',
          category: 'FUTURE_CHECKS',
          status: 'WARNING',
          reason: 'Some certificates use algorithms that will be retired.',
          recommendation: 'Reissue certificates with a supported algorithm.',
          lastTransitionTime: past.daysAgo(4),
        },
      ],
    },
  };
}
