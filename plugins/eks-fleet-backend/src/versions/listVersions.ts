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
  compareVersions,
  type KubernetesVersion,
  type VersionList,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { ClusterGroup } from '../inventory/types';
import { SHIPPED_AT } from './shippedVersions';
import type { SupportCalendar } from './SupportCalendar';

/**
 * The versions of the partitions that the clusters are in, those that only
 * clusters and no calendar know among them.
 */
export function listVersions(
  groups: ClusterGroup[],
  calendar: SupportCalendar,
  now: Date,
): VersionList {
  const partitions = [...new Set(groups.map(group => group.partition))].sort();
  const shown = partitions.length ? partitions : ['aws'];
  const times = shown.map(partition => calendar.observedAt(partition));
  const observed = times.filter(time => time !== undefined);
  const allObserved = observed.length === times.length;
  return {
    items: shown.flatMap(partition =>
      versionsOf(
        partition,
        groups.filter(group => group.partition === partition),
        calendar,
        now,
      ),
    ),
    source: allObserved ? 'eks' : 'shipped',
    observedAt: allObserved ? observed.sort()[0] : SHIPPED_AT,
  };
}

function versionsOf(
  partition: string,
  groups: ClusterGroup[],
  calendar: SupportCalendar,
  now: Date,
): KubernetesVersion[] {
  const counts = new Map<string, number>();
  for (const { version, clusters } of groups) {
    if (version !== '') {
      counts.set(version, (counts.get(version) ?? 0) + clusters);
    }
  }
  const versions = new Set([
    ...calendar.versions(partition).map(item => item.version),
    ...counts.keys(),
  ]);
  return [...versions].sort(compareVersions).map(version => {
    const dates = calendar.dates(partition, version);
    return {
      version,
      partition,
      releaseDate: dates?.releaseDate,
      endOfStandardSupport: dates?.endOfStandardSupport,
      endOfExtendedSupport: dates?.endOfExtendedSupport,
      state: calendar.support(partition, version, now).state,
      clusters: counts.get(version) ?? 0,
    };
  });
}
