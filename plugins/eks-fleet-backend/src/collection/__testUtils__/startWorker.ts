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

import { mockServices } from '@backstage/backend-test-utils';
import type { ClusterCollector } from '@eks-fleet/backstage-plugin-eks-fleet-node';
import type { Knex } from 'knex';
import { ChangeNotifier } from '../ChangeNotifier';
import { CollectionWorker } from '../CollectionWorker';
import { FleetClusters } from '../FleetClusters';
import { DatabaseObservationStore } from '../store/DatabaseObservationStore';
import type { ObservationChange, ObservationListener } from '../types';
import { at } from './fleet';

/** A worker whose time passes by hand. */
export function startWorker(
  knex: Knex,
  options: {
    collectors: ClusterCollector[];
    /** Have places of their own. */
    others?: ClusterCollector[];
    listeners?: ObservationListener[];
    maxInFlight?: number;
    maxPerTarget?: number;
  },
) {
  const clock = { seconds: 0 };
  const timers = new Map<() => void, number>();
  const changes: ObservationChange[] = [];
  const recorded: string[] = [];
  const logger = mockServices.logger.mock();
  const store = new DatabaseObservationStore(knex);
  const now = () => at(clock.seconds);
  const worker = new CollectionWorker({
    store,
    logger,
    now,
    lanes: [options.collectors, options.others ?? []].map(collectors => ({
      collectors,
      maxInFlight: options.maxInFlight,
      maxPerTarget: options.maxPerTarget,
    })),
    fleet: new FleetClusters(knex),
    notifier: new ChangeNotifier(
      [
        ...(options.listeners ?? []),
        async change => {
          changes.push(change);
        },
      ],
      logger,
    ),
    metrics: {
      record: (kind, result) => recorded.push(`${kind} ${result}`),
    },
    later: (task, milliseconds) => {
      timers.set(task, clock.seconds + milliseconds / 1000);
      return () => timers.delete(task);
    },
  });
  return {
    worker,
    store,
    logger,
    changes,
    recorded,
    timers,
    /** Moves the clock, and ends what has run out of time. */
    pass(seconds: number) {
      clock.seconds += seconds;
      for (const [task, due] of timers) {
        if (due <= clock.seconds) {
          timers.delete(task);
          task();
        }
      }
    },
    /** Ticks, and waits for what comes of it. */
    async work() {
      await worker.tick();
      await worker.idle();
    },
  };
}

/** A collector that does what it is told. */
export function fakeCollector(
  kind: string,
  collect: ClusterCollector['collect'],
  more: Partial<ClusterCollector> = {},
): ClusterCollector {
  return {
    kind,
    schedule: { everySeconds: 900, timeoutSeconds: 60 },
    collect,
    ...more,
  };
}

/** Resolves when somebody says so. */
export function gate<T = void>() {
  let open!: (value: T) => void;
  const opened = new Promise<T>(resolve => {
    open = resolve;
  });
  return { opened, open };
}
