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

import type {
  ExceptionFile,
  ExceptionRequest,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { toYaml } from '@eks-fleet/backstage-plugin-eks-fleet-node';
import type { ClusterRecord } from '../../../inventory/types';
import { presentPullRequest } from '../../../proposals/presentPullRequest';
import { presentClusterRef } from '../../service/presentClusterRef';
import type {
  ExceptionEventRecord,
  ExceptionRecord,
  RenderedFile,
} from '../types';
import { rightsOn } from './rightsOn';

/** What of a request the reader may see, and may do with it. */
export interface RequestSight {
  userRef: string;
  /** Those that the reader may read, by ARN. */
  readable: ReadonlyMap<string, ClusterRecord>;
  /** Those of its clusters on which the reader may agree. */
  approvable: ReadonlySet<string>;
  events?: ExceptionEventRecord[];
}

/** A request, as the API gives it. */
export function presentRequest(
  record: ExceptionRecord,
  sight: RequestSight,
): ExceptionRequest {
  const { acts, asked, progress, state } = record;
  const { policy } = asked;
  const clusters = record.clusters.flatMap(({ arn, goneAt, inForceAt }) => {
    const cluster = sight.readable.get(arn);
    return cluster
      ? [{ cluster: presentClusterRef(cluster), inForceAt, goneAt }]
      : [];
  });
  const isWhole = clusters.length === record.clusters.length;
  return {
    id: asked.id,
    name: asked.name,
    state,
    // Sentences count and name clusters, and paths lead to them.
    message: isWhole ? progress.message : undefined,
    problem: isWhole ? progress.problem : undefined,
    policy: {
      id: policy.id,
      engine: policy.engine,
      kind: policy.kind,
      namespace: policy.namespace,
      name: policy.name,
    },
    finding: asked.finding,
    rendering: asked.rendering,
    scope: asked.scope,
    clusters,
    inForceOn: clusters.filter(each => each.inForceAt && !each.goneAt).length,
    reason: asked.reason,
    ticket: asked.ticket,
    expiresAt: asked.expiresAt,
    requestedBy: asked.requestedBy,
    requestedAt: asked.requestedAt,
    approval: asked.approval,
    decision: acts.decision,
    endedEarly: acts.endedEarly,
    contentHash: asked.contentHash,
    pullRequest: presentPullRequest(progress.pullRequest),
    removal: presentPullRequest(progress.removal?.pullRequest),
    rights: rightsOn(record, sight),
    ...(sight.events && {
      files: (progress.files ?? asked.files)
        .filter(({ arn }) => sight.readable.has(arn))
        .map(presentFile),
      events: isWhole ? sight.events : sight.events.filter(({ by }) => by),
    }),
  };
}

/** A file, or what of one is added. */
export function presentFile(file: RenderedFile): ExceptionFile {
  const { arn, path } = file;
  if ('create' in file) {
    return { path, cluster: arn, text: file.create };
  }
  const [, group, name] = file.pointer.split('/');
  return {
    path,
    cluster: arn,
    text: toYaml({ [group]: { [name]: file.add } }),
  };
}
