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
  isRequestOver,
  type ClusterThing,
  type FleetRequest,
  type FleetRequestSummary,
  type RequestCluster,
  type RequestDecision,
  type RequestQueue,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { ClusterRecord } from '../../inventory/types';
import { presentPullRequest } from '../../proposals/presentPullRequest';
import type { StateDuration } from '../store/types';
import { specOf, type RequestEventRecord, type RequestRecord } from '../types';
import { presentSteps } from './presentSteps';
import { rightsOn } from './rightsOn';
import type { RequestAsker } from './types';

/** What a request is shown with. */
export interface ShownWith {
  asker: RequestAsker;
  /** Its cluster, where it was discovered and the asker may read it. */
  cluster?: ClusterRecord;
  /** Of those that its environment came to, the same. */
  selected?: ClusterRecord[];
  queue?: RequestQueue;
  /** Of the page of its fleet repository. */
  repositoryUrl?: string;
}

/** A request in a list. Pure. */
export function presentSummary(
  record: RequestRecord,
  { asker, cluster, queue, repositoryUrl, selected }: ShownWith,
): FleetRequestSummary {
  const { asked, progress, state, updatedAt } = record;
  const { clusters, cost, verdict } = progress.assessment;
  const { expiresOn } = specOf(record);
  const pullRequest = presentPullRequest(
    progress.removal?.pullRequest ?? progress.proposal?.pullRequest,
  );
  return {
    id: asked.id,
    kind: asked.kind,
    operation: asked.operation,
    thing: asked.thing,
    title: asked.title,
    state,
    isOver: isRequestOver(state),
    message: progress.message,
    problem: progress.problem,
    ...(!isRequestOver(state) && { waiting: progress.waiting }),
    queue,
    owner: asked.owner,
    environment: asked.environment,
    ...(asked.cluster && {
      cluster: presentCluster(asked.cluster, asked.environment, cluster),
    }),
    ...(clusters && {
      clusters: clusters.map(each =>
        presentCluster(
          each,
          asked.environment,
          selected?.find(({ arn }) => isOf(arn, each)),
        ),
      ),
    }),
    requestedBy: asked.requestedBy,
    requestedAt: asked.requestedAt,
    updatedAt,
    reason: asked.reason,
    ticket: asked.ticket,
    verdict: verdict.outcome,
    ...(cost && {
      monthlyCost: {
        currency: cost.currency,
        before: cost.before,
        after: cost.after,
        isAtLeast: cost.unknown.length > 0,
      },
    }),
    ...(typeof expiresOn === 'string' && { expiresOn }),
    links: {
      pullRequest,
      repository: repositoryUrl,
      task: asked.task,
      application: progress.application,
      entityRef: progress.entityRef,
    },
    rights: rightsOn(record, asker),
  };
}

/** One request, with all that is known of it. Pure. */
export function presentRequest(
  record: RequestRecord,
  shown: ShownWith & {
    events: RequestEventRecord[];
    durations: StateDuration[];
  },
): FleetRequest {
  const { acts, asked, progress } = record;
  const { approval, before, cost, specHash, verdict } = progress.assessment;
  return {
    ...presentSummary(record, shown),
    spec: specOf(record),
    ...(acts.amended && { asked: asked.spec }),
    ...(before && { before }),
    specHash,
    preflight: verdict,
    cost,
    approval,
    decisions: acts.decisions.map(each => presentDecision(each, record)),
    comments: acts.comments,
    steps: presentSteps(record, shown.durations),
    events: shown.events,
  };
}

function presentCluster(
  { accountId, name, region }: ClusterThing,
  environment: string,
  found: ClusterRecord | undefined,
): RequestCluster {
  return {
    name,
    accountId,
    region,
    environment,
    ...(found && {
      arn: found.arn,
      entityRef: found.entityRef,
      accountName: found.accountName || undefined,
    }),
  };
}

function isOf(arn: string, { accountId, name, region }: ClusterThing): boolean {
  return arn.endsWith(`:eks:${region}:${accountId}:cluster/${name}`);
}

/** An approval counts for what was looked at, and for nothing else. */
function presentDecision(
  decision: RequestDecision,
  { progress }: RequestRecord,
): RequestDecision {
  const { assessment, steps } = progress;
  if (
    decision.verdict !== 'approve' ||
    decision.specHash === assessment.specHash
  ) {
    return decision;
  }
  const since = steps.findLast(
    ({ at, state }) => state === 'pendingApproval' && at >= decision.at,
  );
  return {
    ...decision,
    voided: {
      at: since?.at ?? steps.at(-1)!.at,
      message:
        since?.message ??
        'What it asks for, or what Git says, has changed since',
    },
  };
}
