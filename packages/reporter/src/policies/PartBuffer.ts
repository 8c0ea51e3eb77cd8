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

import type { ReportedPolicyPart } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type {
  ObservedException,
  ObservedPolicy,
  PolicyOutcome,
  PolicySink,
  PolicyTally,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';

/** What parts of a snapshot hold. */
export type PartContents = Pick<
  ReportedPolicyPart,
  'policies' | 'outcomes' | 'tallies' | 'exceptions'
>;

/** How large a part may be. The portal takes 2 MB and 1000 of each. */
export interface PartLimits {
  items: number;
  bytes: number;
}

export const PART_LIMITS: PartLimits = { items: 500, bytes: 800_000 };

/**
 * Cuts what a source gives into parts, and hands them on one by one: what has
 * been handed on is held no more.
 */
export class PartBuffer implements PolicySink {
  readonly #send: (part: PartContents) => Promise<void>;
  readonly #limits: PartLimits;
  #part: Required<PartContents> = emptyPart();
  #items = 0;
  #bytes = 0;
  /** Full parts that could not be sent yet, as nobody waited for it. */
  #full: PartContents[] = [];
  #sending: Promise<void> = Promise.resolve();

  constructor(
    send: (part: PartContents) => Promise<void>,
    limits: PartLimits = PART_LIMITS,
  ) {
    this.#send = send;
    this.#limits = limits;
  }

  policy(policy: ObservedPolicy): void {
    this.#add('policies', policy);
  }

  tally(tally: PolicyTally): void {
    this.#add('tallies', tally);
  }

  exception(exception: ObservedException): void {
    this.#add('exceptions', exception);
  }

  async outcomes(outcomes: PolicyOutcome[]): Promise<void> {
    for (const outcome of outcomes) {
      this.#add('outcomes', outcome);
      if (this.#full.length > 0) {
        await this.#sendFull();
      }
    }
  }

  /** Hands on all that is full; what is left belongs to the last part. */
  async rest(): Promise<PartContents> {
    await this.#sendFull();
    const part = this.#part;
    this.#empty();
    return contentsOf(part);
  }

  #add<K extends keyof PartContents>(
    key: K,
    item: Required<PartContents>[K][number],
  ): void {
    const bytes = Buffer.byteLength(JSON.stringify(item));
    if (
      this.#items > 0 &&
      (this.#items >= this.#limits.items ||
        this.#bytes + bytes > this.#limits.bytes)
    ) {
      this.#full.push(contentsOf(this.#part));
      this.#empty();
    }
    (this.#part[key] as unknown[]).push(item);
    this.#items += 1;
    this.#bytes += bytes;
  }

  /** In the order in which they became full, whoever waits for it. */
  #sendFull(): Promise<void> {
    this.#sending = this.#sending.then(async () => {
      for (
        let part = this.#full.shift();
        part !== undefined;
        part = this.#full.shift()
      ) {
        await this.#send(part);
      }
    });
    return this.#sending;
  }

  #empty(): void {
    this.#part = emptyPart();
    this.#items = 0;
    this.#bytes = 0;
  }
}

function emptyPart(): Required<PartContents> {
  return { policies: [], outcomes: [], tallies: [], exceptions: [] };
}

function contentsOf(part: Required<PartContents>): PartContents {
  return Object.fromEntries(
    Object.entries(part).filter(([, items]) => items.length > 0),
  );
}
