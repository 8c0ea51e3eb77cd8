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

import { createHash } from 'node:crypto';
import {
  ObservationFailure,
  type CollectedCluster,
  type PolicySink,
  type PolicySnapshot,
  type PolicySource,
  type PolicySourceContext,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import { policyKey } from '../store/policyKey';
import type { FeedRecord } from '../types';
import { giveControls, type SaidControl } from './giveControls';
import { isLate } from './isLate';
import { readUntil } from './readUntil';
import { isToldBy, moreDirectFeed, toldBy } from './standsBack';
import type { HubMark, HubStore, SecurityHubConfig } from './types';

export const SECURITY_HUB_FEED = 'policySecurityHub';

const PAGE = 500;
const TIMEOUT_SECONDS = 60;

/**
 * What Security Hub says of a cluster, out of what was last read of it for all
 * clusters: its own controls, and what Policy Reporter sent where nothing reads
 * that more directly.
 */
export class HubSource implements PolicySource {
  readonly kind = SECURITY_HUB_FEED;
  readonly schedule: PolicySource['schedule'];
  readonly #config: SecurityHubConfig;
  readonly #feeds: (arn: string) => Promise<Pick<FeedRecord, 'feed'>[]>;
  readonly #store: HubStore;

  constructor(options: {
    config: SecurityHubConfig;
    /** What was read whole of a cluster. */
    feeds: (arn: string) => Promise<Pick<FeedRecord, 'feed'>[]>;
    store: HubStore;
  }) {
    this.#config = options.config;
    this.#feeds = options.feeds;
    this.#store = options.store;
    const { everySeconds } = options.config;
    this.schedule = { everySeconds, timeoutSeconds: TIMEOUT_SECONDS };
  }

  async read(
    { accountId, arn, createdAt = '', region }: CollectedCluster,
    sink: PolicySink,
    { now, previous, signal }: PolicySourceContext,
  ): Promise<PolicySnapshot> {
    const observedAt = readUntil(await this.#store.states(), {
      config: this.#config,
      now: now(),
    });
    const feeds = await this.#feeds(arn);
    const direct = moreDirectFeed(feeds);
    const all = (await this.#store.marks(arn)).filter(
      // Of a cluster of that name that there was before.
      mark => Date.parse(mark.observedAt) >= (Date.parse(createdAt) || 0),
    );
    const marks = direct
      ? all.filter(({ stream }) => stream === 'controls')
      : all;
    if (marks.length === 0) {
      throw new ObservationFailure(
        'notInstalled',
        `Security Hub in ${
          this.#config.region
        } has no control of EKS about this cluster: it, AWS Config or the standard is off in account ${accountId} and Region ${region}, or has not evaluated it yet`,
      );
    }
    const notes =
      direct && marks.length < all.length
        ? [
            `What Policy Reporter sent to Security Hub is left out: ${direct} reads it more directly.`,
          ]
        : [];
    const state = stateOf(marks, [...notes, toldBy(feeds)], now());
    if (state === previous) {
      return { unchanged: true, state, engines: [], observedAt };
    }
    const kept = new Set(marks.map(({ key }) => key));
    notes.push(...(await this.#giveControls(arn, sink, kept, now())));
    if (!direct) {
      await this.#giveReports(arn, sink, { feeds, kept, signal });
    }
    return { state, engines: [], observedAt, notes };
  }

  async #giveControls(
    arn: string,
    sink: PolicySink,
    kept: ReadonlySet<string>,
    now: Date,
  ): Promise<string[]> {
    const controls: SaidControl[] = [];
    for await (const page of this.#pages(arn, 'controls')) {
      for (const { control, key, observedAt } of page) {
        if (control && kept.has(key)) {
          controls.push({ ...control, observedAt });
        }
      }
    }
    return giveControls(sink, controls, now);
  }

  /** Only what does not pass is sent: how much passes nobody knows. */
  async #giveReports(
    arn: string,
    sink: PolicySink,
    of: {
      feeds: Pick<FeedRecord, 'feed'>[];
      kept: ReadonlySet<string>;
      signal: AbortSignal;
    },
  ): Promise<void> {
    const told = new Set<string>();
    for await (const page of this.#pages(arn, 'reports')) {
      of.signal.throwIfAborted();
      const outcomes = page.flatMap(({ key, outcome }) =>
        outcome && of.kept.has(key) && !isToldBy(of.feeds, outcome)
          ? outcome
          : [],
      );
      await sink.outcomes(outcomes);
      for (const { policy } of outcomes) {
        const name = policyKey(policy);
        if (!told.has(name)) {
          told.add(name);
          sink.tally({ policy, passes: 'notRecorded' });
        }
      }
    }
  }

  async *#pages(arn: string, stream: HubMark['stream']) {
    let after: string | undefined;
    let page;
    do {
      page = await this.#store.findings(arn, { stream, after, limit: PAGE });
      yield page;
      after = page.at(-1)?.key;
    } while (page.length === PAGE);
  }
}

/** Names all that is said of a cluster; not when it was read. */
function stateOf(marks: HubMark[], said: string[], now: Date): string {
  return createHash('sha256')
    .update(
      JSON.stringify([
        said,
        marks.map(({ contentHash, key, observedAt, stream }) => [
          key,
          contentHash,
          stream === 'controls' && isLate(observedAt, now),
        ]),
      ]),
    )
    .digest('base64url');
}
