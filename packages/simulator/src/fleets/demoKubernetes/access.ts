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

import { READER_CLUSTER_ROLE } from '../../kubernetes/clusterRoles';
import type { PolicyRule } from '../../model/kubernetesStory';
import { PAYMENTS_PROD, PROD } from '../demoAccounts';
import type { KubernetesThread } from './types';

/** Clusters whose ClusterRole for the portal is not the one that it asks for. */
export function accessThread(): KubernetesThread {
  const withoutMetrics = { clusterRole: roleWithout('/metrics') };
  return {
    [`${PROD}/identity-eu`]: withoutMetrics,
    [`${PAYMENTS_PROD}/ledger`]: withoutMetrics,
    [`${PAYMENTS_PROD}/payments-fraud`]: withoutMetrics,
    // An old one, from before the portal asked for nodes.
    [`${PAYMENTS_PROD}/payments-risk-apac`]: {
      clusterRole: roleWithout('nodes'),
    },
  };
}

function roleWithout(what: string): PolicyRule[] {
  return READER_CLUSTER_ROLE.map(rule => ({
    ...rule,
    ...(rule.resources && {
      resources: rule.resources.filter(resource => resource !== what),
    }),
    ...(rule.nonResourceURLs && {
      nonResourceURLs: rule.nonResourceURLs.filter(url => url !== what),
    }),
  }));
}
