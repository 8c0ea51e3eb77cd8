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
  PolicyEngine,
  PolicyFeed,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { ClusterObservations } from '../../collection/types';
import type { ObservationReader } from '../../collection/types';
import { hideOtherAccounts } from '../../inventory/hideOtherAccounts';
import type { ClusterRecord, ClusterScope } from '../../inventory/types';
import { partState } from '../../sources/sourceState';
import type { FeedRecord } from '../types';
import { engineState, NO_FEEDS, type ClusterFeeds } from './presentCell';

/** Every API server has the first; the others look, and hold nothing back. */
const NO_ENGINES = new Set<PolicyEngine>([
  'vap',
  'falco',
  'kube-bench',
  'security-hub',
  'trivy',
]);

/** What of feeds is known of each cluster, by ARN. */
export class PolicyReading {
  readonly #feeds: ReadonlyMap<string, ClusterFeeds>;
  readonly #observations: ReadonlyMap<string, ClusterObservations>;
  readonly #kinds: readonly string[];

  /** @param kinds - of all feeds that there are */
  static async of(
    observations: Pick<ObservationReader, 'ofMany'>,
    options: { arns: string[]; feeds: FeedRecord[]; kinds: readonly string[] },
  ): Promise<PolicyReading> {
    const { arns, feeds, kinds } = options;
    return new PolicyReading(
      await observations.ofMany(arns, [...kinds]),
      feeds,
      kinds,
    );
  }

  private constructor(
    observations: ReadonlyMap<string, ClusterObservations>,
    feeds: FeedRecord[],
    kinds: readonly string[],
  ) {
    this.#observations = observations;
    this.#kinds = kinds;
    const read = new Map<string, Map<string, FeedRecord>>();
    for (const feed of feeds) {
      const known = read.get(feed.arn) ?? new Map<string, FeedRecord>();
      read.set(feed.arn, known.set(feed.feed, feed));
    }
    this.#feeds = new Map(
      [...new Set([...read.keys(), ...observations.keys()])].map(arn => [
        arn,
        {
          read: read.get(arn) ?? new Map(),
          notInstalled: new Set(
            kinds.filter(
              kind =>
                observations.get(arn)?.[kind]?.error?.code === 'notInstalled',
            ),
          ),
        },
      ]),
    );
  }

  feedsOf(arn: string): ClusterFeeds {
    return this.#feeds.get(arn) ?? NO_FEEDS;
  }

  /** Engines that are on a cluster, as far as anything says. */
  enginesOf(arn: string): PolicyEngine[] {
    const feeds = this.feedsOf(arn);
    const read = [...feeds.read.values()].flatMap(({ engines }) => engines);
    return [...new Set(read)]
      .filter(engine => engineState(engine, feeds) === 'there')
      .sort();
  }

  /** Whether any of what is known of it is too old. */
  isStale(arn: string, now: Date): boolean {
    return [...this.feedsOf(arn).read.values()].some(
      ({ freshUntil }) => Date.parse(freshUntil) <= now.getTime(),
    );
  }

  /**
   * Whether a cluster has an engine: one that was read says so; where all that
   * look for engines found none, it has none.
   */
  engineOn(arn: string): 'there' | 'none' | 'unknown' {
    if (this.enginesOf(arn).some(engine => !NO_ENGINES.has(engine))) {
      return 'there';
    }
    const { notInstalled } = this.feedsOf(arn);
    return notInstalled.has('policyKyverno') &&
      notInstalled.has('policyGatekeeper')
      ? 'none'
      : 'unknown';
  }

  /** The feeds of one cluster, with what keeps them from being read. */
  present(
    cluster: ClusterRecord,
    scope: ClusterScope,
    now: Date,
  ): PolicyFeed[] {
    const { arn, accountId } = cluster;
    const { read } = this.feedsOf(arn);
    return this.#kinds.flatMap((kind): PolicyFeed[] => {
      const observation = this.#observations.get(arn)?.[kind];
      const feed = read.get(kind);
      if (!observation && !feed) {
        return [];
      }
      const error = observation?.error;
      return [
        {
          kind,
          state: partState(
            {
              error,
              observedAt: feed?.observedAt,
              freshUntil: feed?.freshUntil,
            },
            now,
          ),
          error: error && {
            ...error,
            message: hideOtherAccounts(
              error.message,
              scope,
              new Set([accountId]),
            ),
          },
          ...(observation?.source === 'reporter' && { pushed: true }),
          observedAt: feed?.observedAt,
          evaluatedAt: feed?.evaluatedAt,
          passes: feed?.passes,
          truncated: feed?.truncated || undefined,
          notes: feed?.notes.length ? feed.notes : undefined,
        },
      ];
    });
  }
}
