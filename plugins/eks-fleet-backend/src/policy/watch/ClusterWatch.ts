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
  toObservationError,
  watchReports,
  type KubernetesReader,
  type KubernetesWatcher,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import type { ObservationError } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { Later } from '../../collection/runCollector';
import { ChangeHints } from './ChangeHints';
import { retryDelayMs } from './retryDelayMs';

/** After so long the server ends a round, and what a cluster serves is asked again. */
const ROUND_SECONDS = 300;
/** A round that lasted so long did not fail: it was ended. */
const STEADY_MS = 60_000;

/** A connection that is closed after use. */
export type WatchConnection = KubernetesReader &
  KubernetesWatcher & { close(): void };

export interface ClusterWatchOptions {
  connect(): WatchConnection;
  /** Changes are to be read. */
  onHint(): void;
  /** A round is over; without an error as it was to be. */
  onEnd(error?: ObservationError): void;
  atMostEveryMs: number;
  now(): Date;
  later: Later;
  /** From 0 to 1. */
  random(): number;
}

/**
 * Watches the reports of one cluster, round after round, until it is stopped.
 * Between two rounds no change is lost, unless the server has forgotten it:
 * that counts as a change.
 */
export class ClusterWatch {
  readonly #options: ClusterWatchOptions;
  readonly #hints: ChangeHints;
  readonly #ending = new AbortController();
  readonly #versions = new Map<string, string>();
  readonly #running: Promise<void>;
  #watching = false;

  constructor(options: ClusterWatchOptions) {
    const { atMostEveryMs, later, now } = options;
    this.#options = options;
    this.#hints = new ChangeHints({
      atMostEveryMs,
      later,
      now,
      tell: () => options.onHint(),
    });
    this.#running = this.#run();
  }

  /** Whether changes would be seen now. */
  get isWatching(): boolean {
    return this.#watching;
  }

  /** Resolves when its connection is closed. */
  async stop(): Promise<void> {
    this.#ending.abort();
    this.#hints.stop();
    await this.#running;
  }

  async #run(): Promise<void> {
    const { now, onEnd, random } = this.#options;
    const { signal } = this.#ending;
    let failures = 0;
    while (!signal.aborted) {
      const startedAt = now().getTime();
      const error = await this.#round();
      if (signal.aborted) {
        return;
      }
      onEnd(error);
      const lasted = now().getTime() - startedAt;
      if (lasted >= STEADY_MS) {
        failures = error ? 1 : 0;
      } else {
        failures += 1;
      }
      if (failures > 0) {
        await this.#pause(retryDelayMs(failures, random()));
      }
    }
  }

  async #round(): Promise<ObservationError | undefined> {
    let connection: WatchConnection | undefined;
    try {
      connection = this.#options.connect();
      await watchReports({
        reader: connection,
        versions: this.#versions,
        timeoutSeconds: ROUND_SECONDS,
        signal: this.#ending.signal,
        onChange: () => this.#hints.changed(),
        onWatching: () => {
          this.#watching = true;
        },
      });
      return undefined;
    } catch (error) {
      return toObservationError(error);
    } finally {
      this.#watching = false;
      connection?.close();
    }
  }

  #pause(milliseconds: number): Promise<void> {
    const { signal } = this.#ending;
    return new Promise(resolve => {
      let cancel = () => {};
      const end = () => {
        signal.removeEventListener('abort', end);
        cancel();
        resolve();
      };
      cancel = this.#options.later(end, milliseconds);
      signal.addEventListener('abort', end);
    });
  }
}
