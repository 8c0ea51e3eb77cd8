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
  InsightsDocument,
  RollbackReadiness,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { wordHoursSince } from '../insights/wordInsightsAge';
import type { Observation } from '../../collection/types';

const CATEGORY = 'ROLLBACK_READINESS';
/** Nodes go back before the control plane, and this insight with them. */
const OF_NODES = /^kubelet/i;

/**
 * What the insights of EKS say of taking a cluster back. What EKS could not
 * check blocks as an error does, and so does what was read before the cluster
 * was moved, or too long ago. Pure.
 */
export function rollbackReadiness(
  observed: Observation<InsightsDocument> | undefined,
  {
    movedAt,
    nodesFirst,
    now,
  }: {
    /** When the control plane came to what it runs. */
    movedAt: string;
    /** Whether nodes are taken back before the control plane. */
    nodesFirst: boolean;
    now: Date;
  },
): RollbackReadiness {
  const observedAt = observed?.observedAt;
  const unknown = (message: string): RollbackReadiness => ({
    state: 'unknown',
    message,
    observedAt,
    insights: [],
  });
  if (!observed?.document || observedAt === undefined) {
    return unknown(
      `The rollback insights of EKS were never read${
        observed?.error ? `: ${observed.error.message}` : ''
      }`,
    );
  }
  if (observedAt <= movedAt) {
    return unknown(
      'The insights of EKS are from before it was moved; refresh the cluster',
    );
  }
  if (
    observed.freshUntil !== undefined &&
    observed.freshUntil <= now.toISOString()
  ) {
    return unknown(
      `The insights of EKS were read too long ago${
        observed.error ? `: ${observed.error.message}` : ''
      }; refresh the cluster`,
    );
  }
  const insights = observed.document.insights
    .filter(({ category }) => category === CATEGORY)
    .map(({ lastRefreshTime, name, reason, recommendation, status }) => ({
      name,
      status,
      reason,
      recommendation,
      lastRefreshTime,
    }));
  if (insights.length === 0) {
    return unknown(
      'EKS has no rollback insights of it yet; it makes them after an upgrade, and for seven days',
    );
  }
  const old = insights.filter(
    ({ lastRefreshTime }) =>
      lastRefreshTime !== undefined && lastRefreshTime <= movedAt,
  );
  if (old.length > 0) {
    return {
      state: 'unknown',
      message: `EKS has not looked again since it was moved: ${namesOf(
        old,
      )}; start a refresh of its insights`,
      observedAt,
      insights,
    };
  }
  const blocking = insights.filter(
    ({ name, status }) =>
      status !== 'PASSING' &&
      status !== 'WARNING' &&
      !(nodesFirst && OF_NODES.test(name)),
  );
  return blocking.length > 0
    ? {
        state: 'blocked',
        message: `EKS says what stands against it: ${blocking
          .map(({ name, reason, status }) => `${name} (${reason ?? status})`)
          .join('; ')}`,
        observedAt,
        insights,
      }
    : {
        state: 'passing',
        message: `${
          nodesFirst
            ? 'Nothing stands against it but nodes, which go first'
            : 'Nothing stands against it'
        }${wordAge(insights, now)}`,
        observedAt,
        insights,
      };
}

function wordAge(
  insights: Array<{ lastRefreshTime?: string }>,
  now: Date,
): string {
  const [oldest] = insights
    .flatMap(({ lastRefreshTime }) => lastRefreshTime ?? [])
    .sort();
  return oldest === undefined
    ? ''
    : `, by what EKS saw ${wordHoursSince(oldest, now)} ago`;
}

function namesOf(insights: Array<{ name: string }>): string {
  return insights.map(({ name }) => name).join(', ');
}
