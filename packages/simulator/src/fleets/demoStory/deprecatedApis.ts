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

import type { InsightSpec } from '../../model/insights';
import { PAYMENTS_PROD, PROD, SANDBOX, STAGING } from '../demoAccounts';
import type { Past, Thread } from './types';

const POLICY_SYNC = 'policy-sync/v0.9.2 (linux/amd64) kubernetes/5a1c7de';
const BATCH_QUEUE = 'batch-queue-controller/v1.4.0 (linux/arm64)';

/**
 * One old tool of the platform team calls an API that 1.34 no longer has. Where
 * it was replaced 12 days ago EKS does not know yet that all is well; elsewhere
 * it called this morning. Another tool does the same to clusters on 1.31.
 */
export function deprecatedApiThread(past: Past): Thread {
  const thisMorning = past.hoursAgo(2);
  const twelveDaysAgo = past.daysAgo(12);
  return {
    [`${PROD}/checkout-de`]: { insights: [policies(thisMorning, 3187)] },
    [`${PROD}/checkout-us`]: { insights: [policies(thisMorning, 2954)] },
    [`${PAYMENTS_PROD}/payments-de`]: {
      insights: [policies(thisMorning, 411)],
    },
    [`${STAGING}/search-us-staging`]: {
      insights: [policies(thisMorning, 1202)],
    },
    [`${PAYMENTS_PROD}/payments-eu`]: {
      insights: [policies(twelveDaysAgo, 2310)],
    },
    [`${STAGING}/data-staging`]: { insights: [policies(twelveDaysAgo, 1988)] },
    [`${SANDBOX}/sandbox-data`]: { insights: [policies(twelveDaysAgo, 97)] },
    [`${PROD}/storefront-edge`]: { insights: [policies(twelveDaysAgo, 640)] },

    [`${PROD}/batch-legacy`]: { insights: [flowSchemas(thisMorning, 8640)] },
    [`${PAYMENTS_PROD}/payments-us-batch`]: {
      insights: [flowSchemas(past.hoursAgo(5), 4320)],
    },
  };
}

const GUIDE = {
  'Kubernetes deprecated API migration guide':
    'https://kubernetes.io/docs/reference/using-api/deprecation-guide/',
};

function policies(lastRequestTime: string, requests: number): InsightSpec {
  return removedIn('1.34', {
    usage:
      '/apis/admissionregistration.k8s.io/v1beta1/validatingadmissionpolicies',
    replacedWith:
      '/apis/admissionregistration.k8s.io/v1/validatingadmissionpolicies',
    startServingReplacementVersion: '1.30',
    client: { userAgent: POLICY_SYNC, requests, lastRequestTime },
  });
}

function flowSchemas(lastRequestTime: string, requests: number): InsightSpec {
  return removedIn('1.32', {
    usage: '/apis/flowcontrol.apiserver.k8s.io/v1beta3/flowschemas',
    replacedWith: '/apis/flowcontrol.apiserver.k8s.io/v1/flowschemas',
    startServingReplacementVersion: '1.29',
    client: { userAgent: BATCH_QUEUE, requests, lastRequestTime },
  });
}

function removedIn(
  version: string,
  api: {
    usage: string;
    replacedWith: string;
    startServingReplacementVersion: string;
    client: { userAgent: string; requests: number; lastRequestTime: string };
  },
): InsightSpec {
  const { client, ...deprecation } = api;
  return {
    name: `Deprecated APIs removed in Kubernetes v${version}`,
    kubernetesVersion: version,
    status: 'ERROR',
    reason: 'Deprecated API usage detected within last 30 days.',
    description: `Checks for usage of deprecated APIs that are scheduled for removal in Kubernetes v${version}. Upgrading your cluster before migrating to the updated APIs supported by v${version} could cause application impact.`,
    recommendation: `Update manifests and API clients to use newer Kubernetes APIs if applicable before upgrading to Kubernetes v${version}.`,
    additionalInfo: GUIDE,
    deprecations: [
      {
        ...deprecation,
        stopServingVersion: version,
        clients: [
          {
            userAgent: client.userAgent,
            requestsLast30Days: client.requests,
            lastRequestTime: client.lastRequestTime,
          },
        ],
      },
    ],
  };
}
