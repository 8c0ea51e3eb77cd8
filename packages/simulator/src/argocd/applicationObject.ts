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

import {
  metadataOf,
  timestamp,
  type KubernetesObject,
} from '../kubernetes/objects/KubernetesObject';
import type { Cluster } from '../model/types';
import type { Application } from './Application';
import type { GitopsClusterSpec, SyncRecord } from './types';

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

const LIST_REFS =
  'failed to generate manifest for source 1 of 1: rpc error: code = Unknown desc = failed to list refs: authentication required';

/** Where the API of a cluster is: its address, or its ARN as managed Argo CD has it. */
export function registeredServer(
  { destination }: Pick<GitopsClusterSpec, 'destination'>,
  cluster: Cluster,
  { endpointOf }: HubContext,
): string {
  return destination === 'server' || destination === 'name'
    ? endpointOf(cluster)
    : cluster.arn;
}

/** A file of the fleet repository as the source of an application. */
export function sourceOf(
  { repositoryUrl, branch }: HubContext,
  folder: string,
  file: string,
): Record<string, unknown> {
  return {
    repoURL: repositoryUrl,
    path: folder,
    targetRevision: branch,
    directory: { include: file },
  };
}

/** The `Application` as Argo CD keeps it. */
export function applicationObject(
  application: Application,
  context: HubContext,
): KubernetesObject {
  const { subject, compared } = application;
  const { hub, namespace, now } = context;
  const refreshes = Math.floor(
    Math.max(0, now.getTime() - application.reconciledAt.getTime()) /
      REFRESH_MS,
  );
  const source = subject.source(context, compared.wanted);
  const destination = subject.destination(context);
  const metadata = metadataOf(hub)('Application', subject.name, {
    namespace,
    generation: application.changes + 1,
    creationTimestamp: timestamp(application.createdAt),
    ...(application.deletedAt && {
      deletionTimestamp: timestamp(application.deletedAt),
    }),
    labels: {
      'app.kubernetes.io/managed-by': 'applicationset',
      'eks-fleet.io/kind': subject.kind,
      ...subject.labels,
    },
    annotations: {
      ...(subject.clusterArn && {
        'eks-fleet.io/cluster-arn': subject.clusterArn,
      }),
      ...subject.annotations,
    },
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
      project: subject.project,
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
      history: application.history.map(record => historyEntry(record, source)),
      ...operationOf(application, source),
      ...conditionsOf(application),
      resources: subject.resources().map(resource => ({
        ...resource,
        status: syncStatus,
        health: { status: healthStatus, ...(message && { message }) },
      })),
      summary: {},
      sourceType: 'Directory',
      reconciledAt: timestamp(
        new Date(application.reconciledAt.getTime() + refreshes * REFRESH_MS),
      ),
    },
  };
}

function historyEntry(record: SyncRecord, source: unknown) {
  return {
    id: record.id,
    revision: record.revision,
    deployStartedAt: timestamp(record.deployStartedAt),
    deployedAt: timestamp(record.deployedAt),
    initiatedBy: { automated: true },
    source,
  };
}

function operationOf({ operation }: Application, source: unknown) {
  return operation
    ? {
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
      }
    : {};
}

function conditionsOf({
  compared,
  fault,
  obstacle,
  operation,
  reconciledAt,
}: Application) {
  const lastTransitionTime = timestamp(reconciledAt);
  const problem =
    compared.problem ?? (fault === 'comparisonError' ? LIST_REFS : undefined);
  const conditions = [
    ...(obstacle ? [{ type: 'InvalidSpecError', message: obstacle }] : []),
    ...(problem
      ? [
          {
            type: 'ComparisonError',
            message: `Failed to load target state: ${problem}`,
          },
        ]
      : []),
    ...(operation?.phase === 'Failed' && !problem
      ? [
          {
            type: 'SyncError',
            message: `Failed last sync attempt to [${operation.revision}]: ${operation.message}`,
          },
        ]
      : []),
  ].map(condition => ({ ...condition, lastTransitionTime }));
  return conditions.length > 0 ? { conditions } : {};
}
