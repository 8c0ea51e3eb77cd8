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

import type { ExceptionRendering } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { ExceptedPolicy } from '../types';

/** Where it is deployed from, as its own object says. */
export interface DeployedPolicy
  extends Pick<ExceptedPolicy, 'engine' | 'kind' | 'name'> {
  /** Such as `fleet-policies-1.4.0`. */
  version?: string;
}

const CHART = /^fleet-policies-\d/;

/** What an exception from a policy is written as, or why there can be none. Pure. */
export function renderingOf(
  policy: DeployedPolicy,
): { rendering: ExceptionRendering } | { problem: string } {
  const { engine, kind, name, version } = policy;
  switch (engine) {
    case 'kyverno':
      return {
        rendering:
          kind === 'ClusterPolicy' || kind === 'Policy'
            ? 'kyverno.io'
            : 'policies.kyverno.io',
      };
    case 'gatekeeper':
      return version && CHART.test(version)
        ? { rendering: 'gatekeeper' }
        : {
            problem: `Gatekeeper has no exceptions of its own, and ${kind}/${name} is not deployed by the chart fleet-policies, whose values could leave it out`,
          };
    case 'vap':
      return {
        problem:
          'Kubernetes has no exceptions from admission policies of its own; the binding of the policy would have to leave it out',
      };
    default:
      return {
        problem: `There are no exceptions from what ${engine} finds; it is mended, or the scan is set up otherwise`,
      };
  }
}
