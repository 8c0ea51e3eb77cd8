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

import type { ApplicationSpec } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { isMap, unlessEmpty } from '../clusterFiles/fieldPairs';
import type { FileDocument } from '../clusterFiles/types';
import type { ApplicationPlace } from '../config/types';
import { valueAt } from '../edits/jsonPointer';

/** In the path of a namespace's files: whatever stands there. */
const ANY = { account: '*', region: '*', cluster: '*' };

/**
 * One entry for the ApplicationSet of applications. Team, name and environment
 * are the path's, and not said a second time.
 */
export function writeEntry(
  spec: ApplicationSpec,
  requestId: string | undefined,
): FileDocument {
  const parameters = unlessEmpty(spec.parameters);
  return {
    owner: spec.owner,
    namespace: spec.namespace,
    clusters:
      spec.clusters === 'all'
        ? [ANY]
        : spec.clusters.map(({ accountId, name, region }) => ({
            account: accountId,
            region,
            cluster: name,
          })),
    source: { ...spec.source },
    ...(parameters && { parameters }),
    syncPolicy: { ...spec.syncPolicy },
    ...(spec.promotedFrom && { promotedFrom: { ...spec.promotedFrom } }),
    ...(spec.lifecycle === 'deleting' && { lifecycle: spec.lifecycle }),
    ...(requestId !== undefined && { request: requestId }),
  };
}

/** What an entry says of an application, to be checked; what is not known stays there. */
export function readEntry(
  entry: FileDocument,
  { application, environment }: ApplicationPlace,
): Record<string, unknown> {
  const {
    clusters,
    lifecycle,
    namespace,
    owner,
    parameters,
    promotedFrom,
    source,
    syncPolicy,
  } = entry;
  return Object.fromEntries(
    Object.entries({
      name: application,
      environment,
      owner,
      namespace,
      clusters: readClusters(clusters),
      source,
      parameters,
      syncPolicy,
      promotedFrom,
      lifecycle,
    }).filter(([, value]) => value !== undefined),
  );
}

export function readRequestId(entry: FileDocument): string | undefined {
  return typeof entry.request === 'string' ? entry.request : undefined;
}

/** An entry without clusters runs nowhere: it does not count as one for all. */
function readClusters(clusters: unknown): unknown {
  if (!Array.isArray(clusters)) {
    return clusters ?? [];
  }
  const isAll =
    clusters.length === 1 &&
    Object.entries(ANY).every(
      ([key, value]) => valueAt(clusters, ['0', key]) === value,
    );
  return isAll
    ? 'all'
    : clusters.map(each =>
        isMap(each)
          ? { accountId: each.account, region: each.region, name: each.cluster }
          : each,
      );
}
