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

import type { ControlPlaneDocument } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { ClusterCollector } from '@eks-fleet/backstage-plugin-eks-fleet-node';
import {
  prepareDocument,
  type PreparedDocument,
} from './store/prepareDocument';
import type { Claim } from './store/types';

/** Runs a task later and gives what calls it off. */
export type Later = (task: () => void, milliseconds: number) => () => void;

export const laterByTimer: Later = (task, milliseconds) => {
  const timer = setTimeout(task, milliseconds);
  timer.unref();
  return () => clearTimeout(timer);
};

/** What kept a collector from its document, as opposed to our own database. */
export class CollectionFailure {
  readonly reason: unknown;

  constructor(reason: unknown) {
    this.reason = reason;
  }
}

class CollectionTimeout extends Error {
  constructor(seconds: number) {
    super(`Nothing was there to record after ${seconds} seconds`);
    this.name = 'TimeoutError';
  }
}

/**
 * What a collector observes within its time. One that does not mind its
 * signal is left to itself.
 *
 * @throws CollectionFailure
 */
export async function runCollector(
  collector: ClusterCollector,
  options: {
    claim: Claim;
    controlPlane?: ControlPlaneDocument;
    /** Aborted by whoever wants the collection to end, and when its time is up. */
    ending: AbortController;
    now: () => Date;
    later: Later;
  },
): Promise<PreparedDocument> {
  const { claim, controlPlane, ending, now, later } = options;
  const { timeoutSeconds } = collector.schedule;
  const { signal } = ending;
  const ended = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason));
  });
  const cancel = later(
    () => ending.abort(new CollectionTimeout(timeoutSeconds)),
    timeoutSeconds * 1000,
  );
  const collect = async () =>
    prepareDocument(
      await collector.collect(claim.cluster, {
        signal,
        previous: claim.previous,
        controlPlane,
        now,
      }),
    );
  try {
    return await Promise.race([collect(), ended]);
  } catch (error) {
    throw new CollectionFailure(signal.aborted ? signal.reason : error);
  } finally {
    cancel();
  }
}
