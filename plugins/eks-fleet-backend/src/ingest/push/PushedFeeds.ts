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

import type { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { randomUUID } from 'node:crypto';
import type { FleetClusters } from '../../collection/FleetClusters';
import type { ObservationIntake } from '../../collection/ObservationIntake';
import type { ObservationReader } from '../../collection/types';
import type { SnapshotIngest } from '../../policy/ingest/SnapshotIngest';
import type { PolicyFeedDocument } from '../../policy/ingest/SnapshotSink';
import { IngestRefusal } from '../IngestRefusal';
import type {
  FeedClaim,
  PushedFeed,
  PushedFeedQueue,
  PushedReader,
} from './types';

const LEASE_MS = 5 * 60_000;
const RETRY_MS = 60_000;
const AT_ONCE = 50;

export interface PushedFeedsOptions {
  queue: PushedFeedQueue;
  fleet: Pick<FleetClusters, 'find'>;
  ingest: Pick<SnapshotIngest, 'take'>;
  observations: Pick<ObservationReader, 'ofMany'>;
  intake: Pick<ObservationIntake, 'put'>;
  readerOf(feed: string): PushedReader;
  logger: LoggerService;
  now: () => Date;
}

/**
 * Takes in what was pushed, as if it had been read: findings, counts, owners
 * and freshness are those of every other source. Any replica can, and a lease
 * keeps the others off.
 */
export class PushedFeeds {
  readonly #options: PushedFeedsOptions;
  readonly #owner = randomUUID();

  constructor(options: PushedFeedsOptions) {
    this.#options = options;
  }

  /** Takes in all that is due. */
  async run(signal: AbortSignal): Promise<void> {
    const { now, queue } = this.#options;
    let due;
    do {
      due = await queue.due(now(), AT_ONCE);
      for (const feed of due) {
        if (signal.aborted) {
          return;
        }
        await this.#tryToTake(feed, signal);
      }
    } while (due.length === AT_ONCE);
  }

  async #tryToTake(feed: PushedFeed, signal: AbortSignal): Promise<void> {
    try {
      await this.take(feed, signal);
    } catch (error) {
      this.#options.logger.warn(
        `What ${feed.arn} pushed as ${feed.feed} could not be taken in; it is tried again`,
        toError(error),
      );
    }
  }

  /** Takes in what is there of one feed, unless somebody else does. */
  async take(feed: PushedFeed, signal: AbortSignal): Promise<void> {
    const { now, queue } = this.#options;
    const claim = await queue.claim(feed, {
      owner: this.#owner,
      now: now(),
      until: new Date(now().getTime() + LEASE_MS),
    });
    if (!claim) {
      return;
    }
    let nextAt: Date | undefined = new Date(now().getTime() + RETRY_MS);
    try {
      nextAt = await this.#takeClaimed(claim, signal);
    } finally {
      await queue.release(claim, nextAt);
    }
  }

  /** @returns when to look again */
  async #takeClaimed(
    claim: FeedClaim,
    signal: AbortSignal,
  ): Promise<Date | undefined> {
    const { fleet, ingest, intake, now, observations } = this.#options;
    const { arn, feed } = claim;
    const cluster = (await fleet.find([arn])).get(arn);
    if (!cluster) {
      return undefined;
    }
    const reader = this.#options.readerOf(feed);
    const { nextAt, reading } = await reader.open(cluster, claim, now());
    if (!reading) {
      return nextAt;
    }
    const known = (await observations.ofMany([arn], [feed])).get(arn)?.[feed];
    const { freshUntil, observedAt } = reading;
    try {
      const document = await ingest.take({
        cluster,
        feed,
        observedAt,
        freshUntil,
        previous: known?.document as PolicyFeedDocument | undefined,
        signal,
        read: (sink, state) => reading.read(sink, state),
      });
      await intake.put([
        {
          cluster,
          kind: feed,
          source: 'reporter',
          observedAt,
          document,
          freshUntil,
        },
      ]);
    } catch (error) {
      if (error instanceof IngestRefusal) {
        // It will be no better the next time.
        await reading.finish();
      }
      throw error;
    }
    await reading.finish();
    return nextAt;
  }
}
