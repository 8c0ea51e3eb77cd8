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

import { insightsOf } from '../../../model/insightsOf';
import { minorOf } from '../../../model/minors';
import { controlPlaneRollback } from '../../../model/runs/controlPlaneRollback';
import { platformVersionOf } from '../../../model/runs/controlPlaneUpgrade';
import { DURATIONS } from '../../../model/runs/durations';
import { followAutoMode } from '../../../model/runs/nodesFollow';
import { rollbackWindow } from '../../../model/rollbackWindow';
import type { Cluster } from '../../../model/types';
import type { Update } from '../../../model/updates';
import { findVersion, versionStatusAt } from '../../../model/versions';
import { integerBetween } from '../../parameters';
import {
  invalidParameter,
  invalidRequest,
  invalidState,
  resourceInUse,
} from '../errors';
import { startUpdate, type UpdateContext } from './startUpdate';

/** What a rollback may wait for nodes, in minutes. */
const TIMEOUT = { least: 120, most: 10_080 };

/**
 * Starts taking a control plane back to the version before, by the rules of
 * EKS. `force` gets past insights and nothing else.
 *
 * @throws AwsError
 */
export function startRollback(
  context: UpdateContext,
  cluster: Cluster,
  request: { version: string; force: boolean; rollbackConfig?: unknown },
): Update {
  const { model, clock } = context;
  const { version, force } = request;
  const timeoutSeconds = timeoutOf(cluster, request.rollbackConfig);
  refuseByRules(cluster, version, clock.now());
  if (!force) {
    refuseByInsights(cluster, clock.now());
  }
  return startUpdate(context, cluster, {
    operation: 'UpdateClusterVersion',
    type: 'VersionRollback',
    params: { Version: version, PlatformVersion: platformVersionOf(version) },
    work: (startedAt, update, failure) =>
      controlPlaneRollback(
        cluster,
        update,
        {
          previous: version,
          timeoutSeconds,
          failure,
          turnedBack: at => followAutoMode(model.runs, cluster, at),
        },
        startedAt,
      ),
  });
}

function timeoutOf(cluster: Cluster, rollbackConfig: unknown): number {
  const { timeoutMinutes } = (rollbackConfig ?? {}) as Record<string, unknown>;
  if (timeoutMinutes === undefined) {
    return DURATIONS.rollbackTimeout;
  }
  const minutes = integerBetween(timeoutMinutes, TIMEOUT.least, TIMEOUT.most);
  if (minutes === undefined) {
    throw invalidParameter(
      `rollbackConfig.timeoutMinutes must be between ${TIMEOUT.least} and ${TIMEOUT.most}`,
      { clusterName: cluster.name },
    );
  }
  return minutes * 60;
}

function refuseByRules(cluster: Cluster, version: string, now: Date): void {
  const clusterName = cluster.name;
  const refuse = (reason: string) =>
    invalidRequest(
      `Cluster ${clusterName} cannot be rolled back from ${cluster.version} to ${version}: ${reason}`,
      { clusterName },
    );
  const running = cluster.updates.find(({ status }) => status === 'InProgress');
  if (running) {
    throw resourceInUse(
      `Cannot VersionRollback because cluster ${clusterName} currently has update ${running.id} in progress`,
      { clusterName },
    );
  }
  // After the end of extended support there is no going back either: EKS does
  // not have the version any longer.
  if (!rollbackWindow(cluster, now)) {
    throw refuse(
      `it was not upgraded to ${cluster.version} in place within the last 7 days`,
    );
  }
  const feature = cluster.features.find(
    ({ since }) => minorOf(since) > minorOf(version),
  );
  if (feature) {
    throw refuse(`${feature.name} is enabled, which ${version} does not have`);
  }
  const known = findVersion(version);
  const extended = known && versionStatusAt(known, now) === 'EXTENDED_SUPPORT';
  if (extended && cluster.supportType === 'STANDARD') {
    throw refuse(
      `${version} is in extended support, and the cluster's upgrade policy is STANDARD`,
    );
  }
}

/** What could not be checked stands against it as well. */
function refuseByInsights(cluster: Cluster, now: Date): void {
  const blocked = insightsOf(cluster, now).some(
    ({ category, status }) =>
      category === 'ROLLBACK_READINESS' &&
      (status === 'ERROR' || status === 'UNKNOWN'),
  );
  if (blocked) {
    throw invalidState(
      'Rollback readiness issues detected. Call the EKS ListInsights API to view rollback blocking issues detected by EKS. Pass the force flag to override rollback readiness errors and proceed with rollback.',
      cluster.name,
    );
  }
}
