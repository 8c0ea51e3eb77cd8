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

import type { Operation } from '../../../aws/types';
import { configUpdate } from '../../../model/runs/configUpdate';
import type { Cluster } from '../../../model/types';
import { findVersion, versionStatusAt } from '../../../model/versions';
import { invalidParameter } from '../errors';
import { clusterArn, requestedCluster } from '../requestedCluster';
import { updateDocument } from '../updates';
import { refuseWhileInUse } from './inUse';
import { onceForToken } from './requestTokens';
import { startUpdate } from './startUpdate';

interface ConfigChange {
  type: string;
  params: Record<string, string>;
  change: Parameters<typeof configUpdate>[1];
}

/** What is asked for, by the parameter that asks for it; a text says why it may not be. */
const CHANGES: Record<
  string,
  (asked: unknown, cluster: Cluster, now: Date) => ConfigChange | string
> = {
  upgradePolicy: (asked, cluster, now) => {
    const { supportType } = (asked ?? {}) as Record<string, unknown>;
    if (supportType !== 'STANDARD' && supportType !== 'EXTENDED') {
      return 'upgradePolicy.supportType must be STANDARD or EXTENDED';
    }
    if (supportType === cluster.supportType) {
      return `Cluster is already at the desired configuration with supportType: ${supportType}`;
    }
    const version = findVersion(cluster.version);
    if (
      supportType === 'STANDARD' &&
      version &&
      versionStatusAt(version, now) !== 'STANDARD_SUPPORT'
    ) {
      return 'Extended support cannot be disabled once it has started';
    }
    return {
      type: 'UpgradePolicyUpdate',
      params: { UpgradePolicy: JSON.stringify({ supportType }) },
      change: { supportType },
    };
  },
  zonalShiftConfig: (asked, cluster) => {
    const { enabled } = (asked ?? {}) as Record<string, unknown>;
    if (typeof enabled !== 'boolean') {
      return 'zonalShiftConfig.enabled must be true or false';
    }
    if (enabled === cluster.zonalShift) {
      return `Cluster is already at the desired configuration with zonalShiftConfig: ${enabled}`;
    }
    return {
      type: 'ZonalShiftConfigUpdate',
      params: { ZonalShiftConfig: JSON.stringify({ enabled }) },
      change: { zonalShift: enabled },
    };
  },
  deletionProtection: (asked, cluster) => {
    if (typeof asked !== 'boolean') {
      return 'deletionProtection must be true or false';
    }
    if (asked === cluster.deletionProtection) {
      return `Cluster is already at the desired configuration with deletionProtection: ${asked}`;
    }
    return {
      type: 'DeletionProtectionUpdate',
      params: { DeletionProtection: String(asked) },
      change: { deletionProtection: asked },
    };
  },
};

/** As much of it as upgrades need: support, zonal shift, deletion protection. */
export const updateClusterConfig: Operation = {
  action: 'eks:UpdateClusterConfig',
  resource: clusterArn,
  handle: context => {
    const cluster = requestedCluster(context);
    const update = onceForToken(context, cluster, () => {
      const { type, params, change } = changeOf(
        context.call.parameters,
        cluster,
        context.clock.now(),
      );
      refuseWhileInUse(cluster, type);
      return startUpdate(context, cluster, {
        operation: 'UpdateClusterConfig',
        type,
        params,
        work: (_startedAt, _update, failure) =>
          configUpdate(cluster, change, failure),
      });
    });
    return { update: updateDocument(update) };
  },
};

function changeOf(
  parameters: Record<string, unknown>,
  cluster: Cluster,
  now: Date,
): ConfigChange {
  const refuse = (message: string) =>
    invalidParameter(message, { clusterName: cluster.name });
  const { name, clientRequestToken, ...asked } = parameters;
  const [kind, ...others] = Object.keys(asked).filter(
    key => asked[key] !== undefined,
  );
  if (kind === undefined) {
    throw refuse('At least one update should be specified');
  }
  if (others.length > 0) {
    throw refuse('Only one type of update can be allowed');
  }
  const found = CHANGES[kind]?.(asked[kind], cluster, now);
  if (!found) {
    throw refuse(`This cloud does not know how to change ${kind}.`);
  }
  if (typeof found === 'string') {
    throw refuse(found);
  }
  return found;
}
