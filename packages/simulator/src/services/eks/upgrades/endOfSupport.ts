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

import type { CloudModel } from '../../../model';
import { versionAfter } from '../../../model/minors';
import type { UpdateWork } from '../../../model/runs/UpdateRuns';
import type { Cluster } from '../../../model/types';
import { findVersion } from '../../../model/versions';
import { forceUpgrade } from './outsideUpgrade';
import type { UpdateContext } from './startUpdate';

const HOUR = 3600;
const DAY_MS = 24 * HOUR * 1000;

/** AWS says "any time" after the end; assumed to be within this. */
const LATEST_DAYS = 10;

/**
 * Upgrades control planes whose support has ended, some days later and without
 * a word, as long as the settings say so.
 */
export function startEndOfSupport(context: UpdateContext): void {
  const { model, clock } = context;
  model.runs.start({
    startedAt: clock.now(),
    work: startedAt => watch(context, startedAt),
  });
}

function* watch(context: UpdateContext, startedAt: Date): UpdateWork {
  let at = startedAt;
  for (;;) {
    if (context.model.settings.endOfSupportUpgrades) {
      upgradeWhatIsDue(context, at);
    }
    at = yield HOUR;
  }
}

function upgradeWhatIsDue(context: UpdateContext, at: Date): void {
  for (const cluster of clustersAtRest(context.model)) {
    const version = versionAfter(cluster.version);
    const due = dueAt(cluster);
    if (version && due && due <= at) {
      forceUpgrade(context, cluster, { version, at });
    }
  }
}

function clustersAtRest(model: CloudModel): Cluster[] {
  return model
    .clusters()
    .filter(
      ({ status, updates }) =>
        status === 'ACTIVE' &&
        !updates.some(update => update.status === 'InProgress'),
    );
}

/** At the end that its upgrade policy names, and up to ten days later. */
function dueAt({ id, supportType, version }: Cluster): Date | undefined {
  const known = findVersion(version);
  if (!known) {
    return undefined;
  }
  const end =
    supportType === 'STANDARD'
      ? known.endOfStandardSupport
      : known.endOfExtendedSupport;
  const share = parseInt(id.slice(4, 8), 16) / 0x10000;
  return new Date(Date.parse(end) + share * LATEST_DAYS * DAY_MS);
}
