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

import { versionBefore } from './minors';
import type { Cluster } from './types';
import type { Update } from './updates';

const WINDOW_MS = 7 * 24 * 60 * 60 * 1000;

/**
 * The upgrade that may still be taken back: in place, to the version that the
 * cluster has, and completed within the last seven days.
 */
export function rollbackWindow(
  cluster: Cluster,
  now: Date,
): { upgrade: Update; previous: string; endsAt: Date } | undefined {
  const previous = versionBefore(cluster.version);
  const changes = cluster.updates
    .filter(
      ({ type, status, nodegroupName }) =>
        (type === 'VersionUpdate' || type === 'VersionRollback') &&
        status === 'Successful' &&
        !nodegroupName,
    )
    .sort((one, other) => endOf(one) - endOf(other));
  const upgrade = changes.at(-1);
  if (
    !previous ||
    upgrade?.type !== 'VersionUpdate' ||
    upgrade.params.Version !== cluster.version
  ) {
    return undefined;
  }
  const endsAt = new Date(endOf(upgrade) + WINDOW_MS);
  return endsAt > now ? { upgrade, previous, endsAt } : undefined;
}

function endOf({ createdAt, endedAt }: Update): number {
  return (endedAt ?? createdAt).getTime();
}
