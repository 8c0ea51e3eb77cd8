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

import { metadataOf, timestamp } from '../kubernetes/objects/KubernetesObject';
import type { KubernetesObject } from '../kubernetes/objects/KubernetesObject';
import type { Cluster } from '../model/types';
import type { Application } from './Application';

export interface HubContext {
  hub: Cluster;
  now: Date;
  namespace: string;
  /** Of the fleet repository, as `git` clones it. */
  repositoryUrl: string;
  branch: string;
  endpointOf(cluster: Cluster): string;
}

/** How often Argo CD compares what nothing was pushed for. */
const REFRESH_MS = 180_000;

/** What cluster Secrets and destinations call a cluster. */
export function registeredName({ name }: Application): string {
  return name;
}

/** Where its API is: its address, or its ARN as managed Argo CD has it. */
export function registeredServer(
  { spec }: Application,
  cluster: Cluster,
  { endpointOf }: HubContext,
): string {
  return spec.destination === 'server' || spec.destination === 'name'
    ? endpointOf(cluster)
    : cluster.arn;
}

/** The `Application` as Argo CD keeps it. */
export function applicationObject(
  application: Application,
  cluster: Cluster,
  context: HubContext,
): KubernetesObject {
  const { name, spec, compared, operation, history } = application;
  const { hub, namespace, now, repositoryUrl, branch } = context;
  const refreshes = Math.floor(
    Math.max(0, now.getTime() - application.reconciledAt.getTime()) /
      REFRESH_MS,
  );
  const folder = spec.path.split('/').slice(0, -1).join('/');
  const file = spec.path.split('/').pop();
  const source = {
    repoURL: repositoryUrl,
    path: folder,
    targetRevision: branch,
    directory: { include: file },
  };
  const destination = {
    ...(spec.destination === 'name'
      ? { name: registeredName(application) }
      : { server: registeredServer(application, cluster, context) }),
    namespace: 'eks-clusters',
  };
  const metadata = metadataOf(hub)('Application', name, {
    namespace,
    generation: application.changes + 1,
    creationTimestamp: timestamp(application.createdAt),
    labels: {
      'app.kubernetes.io/managed-by': 'applicationset',
      'eks-fleet.io/environment': cluster.tags.environment ?? 'none',
      'eks-fleet.io/provisioner': spec.provisioner,
    },
    annotations: { 'eks-fleet.io/cluster-arn': cluster.arn },
  });
  const { message, syncStatus, healthStatus } = application;
  return {
    metadata: {
      ...metadata,
      resourceVersion: String(
        Number(metadata.resourceVersion) + application.changes + refreshes,
      ),
    },
    spec: {
      project: 'clusters',
      source,
      destination,
      syncPolicy: application.automated
        ? { automated: { prune: false, selfHeal: true } }
        : {},
    },
    status: {
      sync: {
        status: syncStatus,
        revision: compared.revision,
        comparedTo: { source, destination },
      },
      health: {
        status: healthStatus,
        ...(message && { message }),
        lastTransitionTime: timestamp(application.reconciledAt),
      },
      history: history.map(record => ({
        id: record.id,
        revision: record.revision,
        deployStartedAt: timestamp(record.deployStartedAt),
        deployedAt: timestamp(record.deployedAt),
        initiatedBy: { automated: true },
        source,
      })),
      ...(operation && {
        operationState: {
          operation: {
            sync: { revision: operation.revision },
            initiatedBy: { automated: true },
            retry: { limit: 5 },
          },
          phase: operation.phase,
          message: operation.message,
          startedAt: timestamp(operation.startedAt),
          ...(operation.finishedAt && {
            finishedAt: timestamp(operation.finishedAt),
          }),
          syncResult: { revision: operation.revision, source },
        },
      }),
      ...(syncStatus === 'Unknown' && {
        conditions: [
          {
            type: 'ComparisonError',
            message:
              compared.problem ??
              `Failed to load target state: failed to generate manifest for source 1 of 1: rpc error: code = Unknown desc = failed to list refs: authentication required`,
            lastTransitionTime: timestamp(application.reconciledAt),
          },
        ],
      }),
      resources: [
        {
          ...(spec.provisioner === 'kro'
            ? { group: 'kro.run', version: 'v1alpha1', kind: 'EksCluster' }
            : {
                group: 'infra.contrib.fluxcd.io',
                version: 'v1alpha2',
                kind: 'Terraform',
              }),
          namespace: 'eks-clusters',
          name: cluster.name,
          status: syncStatus,
          health: { status: healthStatus, ...(message && { message }) },
        },
      ],
      summary: {},
      sourceType: 'Directory',
      reconciledAt: timestamp(
        new Date(application.reconciledAt.getTime() + refreshes * REFRESH_MS),
      ),
    },
  };
}
