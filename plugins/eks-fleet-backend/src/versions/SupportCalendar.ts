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
  supportAt,
  type SupportState,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { SHIPPED_VERSIONS } from './shippedVersions';

/** A Kubernetes minor version on EKS; dates are ISO 8601, UTC. */
export interface VersionDates {
  version: string;
  releaseDate?: string;
  endOfStandardSupport?: string;
  endOfExtendedSupport?: string;
}

/** What EKS last said in one partition. */
export interface ObservedVersions {
  partition: string;
  observedAt: string;
  versions: VersionDates[];
}

/**
 * Support dates by partition: what EKS said, and for the versions that it no
 * longer speaks of, and partitions that nobody asked yet, the table that
 * ships with the plugin.
 */
export class SupportCalendar {
  readonly #byPartition: Map<string, Map<string, VersionDates>>;
  readonly #observedAt: Map<string, string>;

  constructor(observed: ObservedVersions[] = []) {
    this.#observedAt = new Map(
      observed.map(item => [item.partition, item.observedAt]),
    );
    this.#byPartition = new Map(
      ['aws', 'aws-cn', 'aws-us-gov', ...this.#observedAt.keys()].map(
        partition => [
          partition,
          new Map(SHIPPED_VERSIONS.map(item => [item.version, item])),
        ],
      ),
    );
    for (const { partition, versions } of observed) {
      for (const item of versions) {
        this.#byPartition.get(partition)?.set(item.version, item);
      }
    }
  }

  /** Oldest first. */
  versions(partition: string): VersionDates[] {
    return [...(this.#byPartition.get(partition)?.values() ?? [])].sort(
      (a, b) => compareVersions(a.version, b.version),
    );
  }

  dates(partition: string, version: string): VersionDates | undefined {
    return this.#byPartition.get(partition)?.get(version);
  }

  support(partition: string, version: string, now: Date) {
    const dates = this.dates(partition, version);
    return {
      ...supportAt(dates, now),
      endOfStandardSupport: dates?.endOfStandardSupport,
      endOfExtendedSupport: dates?.endOfExtendedSupport,
    };
  }

  /** The state of each version of each partition. */
  states(now: Date): Array<{
    partition: string;
    version: string;
    state: SupportState;
    daysLeft?: number;
  }> {
    return [...this.#byPartition].flatMap(([partition, versions]) =>
      [...versions.values()].map(item => ({
        partition,
        version: item.version,
        ...supportAt(item, now),
      })),
    );
  }

  /** When EKS said it; `undefined` where only the shipped table is known. */
  observedAt(partition: string): string | undefined {
    return this.#observedAt.get(partition);
  }
}
