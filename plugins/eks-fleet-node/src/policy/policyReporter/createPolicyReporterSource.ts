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
import type { CollectedCluster } from '../../extensions/clusterCollectors';
import type { PolicySource } from '../../extensions/policySources';
import type { KubernetesReader } from '../../kubernetes/client/types';
import { ObservationFailure } from '../../observation/ObservationFailure';
import { readNamespaceOwners } from '../resources/readNamespaces';
import { PolicyReporterClient } from './PolicyReporterClient';
import { readPolicyReporter } from './readPolicyReporter';
import type { PolicyReporterEndpoint } from './types';

const EVERY_SECONDS = 600;
const TIMEOUT_SECONDS = 300;

/**
 * Where Policy Reporters are, and how else clusters are reached.
 *
 * @public
 */
export interface PolicyReporterSourceOptions {
  /** At most one for each cluster. */
  endpoints: readonly PolicyReporterEndpoint[];
  /** Gives a way to a cluster's API while it is used, for `readNamespaces`. */
  connect?<T>(
    cluster: CollectedCluster,
    controlPlane: ControlPlaneDocument,
    use: (reader: KubernetesReader) => Promise<T>,
  ): Promise<T>;
  /** Labels of namespaces that name the owner, the first one first. */
  ownerLabels?: readonly string[];
}

/**
 * The source that reads results of policies from Policy Reporter's REST API
 * (v2), for clusters whose API server is not to be read in bulk. Where it
 * applies it stands in the place of `policyReports`.
 *
 * @public
 */
export function createPolicyReporterSource(
  options: PolicyReporterSourceOptions,
): PolicySource {
  const { connect, ownerLabels } = options;
  const endpoints = new Map(
    options.endpoints.map(endpoint => [endpoint.cluster, endpoint]),
  );
  return {
    kind: 'policyReporter',
    insteadOf: ['policyReports'],
    schedule: { everySeconds: EVERY_SECONDS, timeoutSeconds: TIMEOUT_SECONDS },
    appliesTo: ({ arn }) => endpoints.has(arn),
    async read(cluster, sink, context) {
      const { controlPlane, previous, signal, now } = context;
      const endpoint = endpoints.get(cluster.arn);
      if (!endpoint) {
        throw new ObservationFailure(
          'notInstalled',
          'Configuration names no Policy Reporter for this cluster',
        );
      }
      let owners: Map<string, string> | 'forbidden' | undefined;
      if (endpoint.readNamespaces && connect) {
        if (!controlPlane) {
          throw new ObservationFailure(
            'unreachable',
            'EKS DescribeCluster has not told where the API server is',
          );
        }
        owners = await connect(cluster, controlPlane, reader =>
          readNamespaceOwners(reader, { signal, now, ownerLabels }),
        );
      }
      const client = new PolicyReporterClient(endpoint, signal);
      try {
        const snapshot = await readPolicyReporter(client, sink, {
          previous,
          owners: owners === 'forbidden' ? undefined : owners,
        });
        return owners === 'forbidden'
          ? {
              ...snapshot,
              notes: [
                ...(snapshot.notes ?? []),
                'May not list namespaces: owners that their labels name are not known.',
              ],
            }
          : snapshot;
      } finally {
        client.close();
      }
    },
  };
}
