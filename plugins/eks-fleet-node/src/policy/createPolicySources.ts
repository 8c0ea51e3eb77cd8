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

import type { ControlPlaneDocument } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { CollectedCluster } from '../extensions/clusterCollectors';
import type {
  PolicySink,
  PolicySnapshot,
  PolicySource,
} from '../extensions/policySources';
import type { KubernetesReader } from '../kubernetes/client/types';
import { ObservationFailure } from '../observation/ObservationFailure';
import { readAdmissionPolicies } from './admission/readAdmissionPolicies';
import type { PolicyReadContext } from './common/types';
import { readGatekeeper } from './gatekeeper/readGatekeeper';
import { readKyverno } from './kyverno/readKyverno';
import { readPolicyReports } from './reports/readPolicyReports';

const EVERY_SECONDS = 600;
const TIMEOUT_SECONDS = 300;

/** What is read of a cluster through its API, by what names it on Sources. */
const READERS: Record<
  string,
  (
    reader: KubernetesReader,
    sink: PolicySink,
    context: PolicyReadContext,
  ) => Promise<PolicySnapshot>
> = {
  policyReports: readPolicyReports,
  policyGatekeeper: readGatekeeper,
  policyKyverno: readKyverno,
  policyAdmission: readAdmissionPolicies,
};

/**
 * Kinds of all that is read of policies through clusters' own APIs.
 *
 * @public
 */
export const CLUSTER_POLICY_KINDS: readonly string[] = Object.keys(READERS);

/**
 * @public
 */
export interface PolicySourcesOptions {
  /** Gives a way to a cluster's API while it is used. */
  connect<T>(
    cluster: CollectedCluster,
    controlPlane: ControlPlaneDocument,
    use: (reader: KubernetesReader) => Promise<T>,
  ): Promise<T>;
  /** Whether there is a way to it; every cluster by default. */
  appliesTo?: PolicySource['appliesTo'];
  /**
   * Labels of resources and namespaces that name the owner, the first one
   * first; `backstage.io/owner` and `team` by default.
   */
  ownerLabels?: readonly string[];
}

/**
 * Sources that read policies and their results through clusters' own APIs:
 * policy reports, Gatekeeper, Kyverno and ValidatingAdmissionPolicies.
 *
 * @public
 */
export function createPolicySources(
  options: PolicySourcesOptions,
): PolicySource[] {
  const { appliesTo, connect, ownerLabels } = options;
  return Object.entries(READERS).map(([kind, read]) => ({
    kind,
    schedule: {
      everySeconds: EVERY_SECONDS,
      timeoutSeconds: TIMEOUT_SECONDS,
    },
    appliesTo,
    async read(cluster, sink, { controlPlane, signal, previous, now }) {
      if (!controlPlane) {
        throw new ObservationFailure(
          'unreachable',
          'EKS DescribeCluster has not told where the API server is',
        );
      }
      return connect(cluster, controlPlane, reader =>
        read(reader, sink, { signal, previous, now, ownerLabels }),
      );
    },
  }));
}
