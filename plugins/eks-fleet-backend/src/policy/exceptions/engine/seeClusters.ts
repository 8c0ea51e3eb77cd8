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

import type { ClusterRecord } from '../../../inventory/types';
import type { FeedRecord } from '../../types';
import type { ExceptionRecord as SeenException } from '../../store/types';
import type { ExceptionCluster, ExceptionRecord } from '../types';

/** What was read of the clusters of a request. */
export interface ClusterSight {
  /** Those that there are, by ARN. */
  clusters: ReadonlyMap<string, Pick<ClusterRecord, 'createdAt'>>;
  exceptions: Array<
    Pick<SeenException, 'engine' | 'name'> & {
      clusters: Array<Pick<ClusterRecord, 'arn'>>;
    }
  >;
  feeds: FeedRecord[];
  now: Date;
}

/**
 * Where an exception is, by what was last read of its clusters. Pure.
 *
 * A cluster that is gone, or was made anew, has it no more. What was not read
 * since its removal says nothing about it.
 */
export function seeClusters(
  record: ExceptionRecord,
  sight: ClusterSight,
): ExceptionCluster[] {
  const { asked, clusters, state } = record;
  const at = sight.now.toISOString();
  const seenOn = new Set(
    sight.exceptions
      .filter(
        ({ engine, name }) =>
          engine === asked.policy.engine && name === asked.name,
      )
      .flatMap(found => found.clusters.map(({ arn }) => arn)),
  );
  return clusters.map(cluster => {
    const { arn, goneAt, inForceAt } = cluster;
    if (!isSame(cluster, sight.clusters.get(arn))) {
      return { ...cluster, goneAt: goneAt ?? at };
    }
    if (seenOn.has(arn)) {
      return { ...cluster, inForceAt: inForceAt ?? at, goneAt: undefined };
    }
    if (state !== 'expired') {
      return { ...cluster, inForceAt: undefined, goneAt: undefined };
    }
    return wasReadSince(record, sight.feeds, arn)
      ? { ...cluster, goneAt: goneAt ?? at }
      : cluster;
  });
}

function isSame(
  { createdAt }: ExceptionCluster,
  there: Pick<ClusterRecord, 'createdAt'> | undefined,
): boolean {
  return (
    there !== undefined &&
    (!createdAt ||
      !there.createdAt ||
      Date.parse(there.createdAt) === Date.parse(createdAt))
  );
}

function wasReadSince(
  { asked, progress }: ExceptionRecord,
  feeds: FeedRecord[],
  arn: string,
): boolean {
  const { plannedAt, pullRequest } = progress.removal ?? {};
  const since = Date.parse(pullRequest?.mergedAt ?? plannedAt ?? '');
  const own = feeds.filter(feed => feed.arn === arn);
  const telling = own.filter(({ engines }) =>
    engines.includes(asked.policy.engine),
  );
  // Where no feed tells of the engine any more, it is not there.
  return (telling.length ? telling : own).some(
    ({ observedAt }) => Date.parse(observedAt) > since,
  );
}
