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

import type { Addon } from '../addons';
import type { UpdateError } from '../updates';
import { DURATIONS } from './durations';
import type { UpdateWork } from './UpdateRuns';

/** What an add-on is to be; what is left out stays as it is. */
export interface AddonChange {
  version?: string;
  configurationValues?: string;
  roleName?: string;
  resolveConflicts: 'NONE' | 'OVERWRITE' | 'PRESERVE';
}

/** Changes an add-on; it keeps its old version where that fails. */
export function* addonUpdate(
  addon: Addon,
  change: AddonChange,
  failure?: UpdateError,
): UpdateWork {
  addon.status = 'UPDATING';
  const endedAt: Date = yield DURATIONS.addon;
  const problem = failure ?? conflictOf(addon, change);
  addon.modifiedAt = endedAt;
  if (problem) {
    addon.status = 'UPDATE_FAILED';
    return [problem];
  }
  addon.status = 'ACTIVE';
  addon.healthIssues = [];
  addon.version = change.version ?? addon.version;
  addon.configurationValues =
    change.configurationValues ?? addon.configurationValues;
  addon.roleName = change.roleName ?? addon.roleName;
  if (change.resolveConflicts === 'OVERWRITE') {
    addon.changedFields = [];
  }
  return [];
}

function conflictOf(
  addon: Addon,
  { resolveConflicts }: AddonChange,
): UpdateError | undefined {
  if (resolveConflicts !== 'NONE' || addon.changedFields.length === 0) {
    return undefined;
  }
  return {
    errorCode: 'ConfigurationConflict',
    errorMessage: `Conflicts found when trying to apply. Will not continue due to resolve conflicts mode. Conflicts: ${addon.changedFields.join(
      ', ',
    )}`,
    resourceIds: [],
  };
}
