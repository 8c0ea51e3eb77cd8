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

import { useCallback } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import type { PolicyLayers } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { eksFleetPoliciesApiRef } from '../../api';
import { useFleetQuery, type FleetQuery } from '../../hooks/useFleetQuery';
import { chartPolicy, type EditablePolicy } from '../../lib/policyEdit';

/**
 * Where a policy is switched in Git; of one that is not of the chart, nothing.
 *
 * @param cluster - ARN of one whose own layer is wanted too
 */
export function usePolicyLayers(
  policy: EditablePolicy,
  cluster?: string,
): FleetQuery<PolicyLayers> {
  const api = useApi(eksFleetPoliciesApiRef);
  const name = chartPolicy(policy);
  const { value: answer, ...query } = useFleetQuery(
    useCallback(
      async () => ({
        cluster,
        layers:
          name === undefined
            ? { policies: [], parameters: [], layers: [] }
            : await api.getPolicyLayers({ policy: name, cluster }),
      }),
      [api, cluster, name],
    ),
  );
  // What was read for another cluster does not have the layer of this one.
  const value = answer?.cluster === cluster ? answer?.layers : undefined;
  return { ...query, value };
}
