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

import type { KubernetesStory } from '../../model/kubernetesStory';
import { PAYMENTS_PROD, PROD, STAGING } from '../demoAccounts';
import type { KubernetesThread } from './types';

/**
 * Where EKS saw the calls this morning one of two API servers has met them,
 * or both. Where the last call was 12 days ago both have started since, and
 * know nothing of it.
 */
export function deprecatedApiThread(): KubernetesThread {
  return {
    [`${PROD}/checkout-de`]: admissionPolicies(),
    [`${PROD}/checkout-us`]: admissionPolicies(),
    [`${PAYMENTS_PROD}/payments-de`]: admissionPolicies(),
    [`${STAGING}/search-us-staging`]: admissionPolicies(),
    [`${PROD}/batch-legacy`]: flowSchemas('both'),
    [`${PAYMENTS_PROD}/payments-us-batch`]: flowSchemas('one'),
  };
}

function admissionPolicies(): KubernetesStory {
  return {
    deprecatedApis: [
      {
        group: 'admissionregistration.k8s.io',
        version: 'v1beta1',
        resource: 'validatingadmissionpolicies',
        removedRelease: '1.34',
      },
    ],
  };
}

function flowSchemas(seenBy: 'one' | 'both'): KubernetesStory {
  return {
    deprecatedApis: [
      {
        group: 'flowcontrol.apiserver.k8s.io',
        version: 'v1beta3',
        resource: 'flowschemas',
        removedRelease: '1.32',
        seenBy,
      },
      // Deprecated without an end.
      { group: '', version: 'v1', resource: 'componentstatuses', seenBy },
    ],
  };
}
