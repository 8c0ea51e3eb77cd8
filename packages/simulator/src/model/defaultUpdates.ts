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

import type { UpdateSpec } from './updates';
import { findVersion } from './versions';

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * The upgrade that brought a cluster to its version: some time after EKS had
 * it, and after the cluster was made. None where the version leaves no room for
 * one before now.
 */
export function defaultUpdates(
  cluster: { version: string; platformVersion: string; createdAt: Date },
  now: Date,
  random: () => number,
): UpdateSpec[] {
  const released = findVersion(cluster.version)?.releaseDate;
  const earliest = Math.max(
    cluster.createdAt.getTime(),
    released ? Date.parse(released) : 0,
  );
  const latest = now.getTime() - DAY_MS;
  if (latest <= earliest) {
    return [];
  }
  const time = earliest + random() * Math.min(latest - earliest, 90 * DAY_MS);
  return [
    {
      type: 'VersionUpdate',
      createdAt: new Date(Math.floor(time / 1000) * 1000).toISOString(),
      params: {
        Version: cluster.version,
        PlatformVersion: cluster.platformVersion,
      },
    },
  ];
}
