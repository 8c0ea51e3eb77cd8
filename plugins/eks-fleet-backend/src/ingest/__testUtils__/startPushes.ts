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
import { metricsServiceMock } from '@backstage/backend-test-utils/alpha';
import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import type { CollectedCluster } from '@eks-fleet/backstage-plugin-eks-fleet-node';
import type { Knex } from 'knex';
import { allCells } from '../../policy/store/allCells';
import { NOW } from '../../__testUtils__/clock';
import { ChangeNotifier } from '../../collection/ChangeNotifier';
import { ObservationIntake } from '../../collection/ObservationIntake';
import { DatabaseObservationStore } from '../../collection/store/DatabaseObservationStore';
import { SnapshotIngest } from '../../policy/ingest/SnapshotIngest';
import {
  findingSelection,
  policySelection,
} from '../../policy/store/__testUtils__/policyFixtures';
import { DatabasePolicyIngestStore } from '../../policy/store/DatabasePolicyIngestStore';
import { DatabasePolicyStore } from '../../policy/store/DatabasePolicyStore';
import { createIngest } from '../createIngest';

/** One clock for all replicas of a test. */
export class TestClock {
  #now = NOW;

  readonly now = (): Date => this.#now;

  pass(minutes: number): void {
    this.#now = new Date(this.#now.getTime() + minutes * 60_000);
  }
}

/** What takes in pushes, as one replica has it, over a migrated database. */
export async function startPushes(
  knex: Knex,
  options: { clock: TestClock; config?: JsonObject },
) {
  const { clock, config = {} } = options;
  const { now } = clock;
  const logger = mockServices.logger.mock();
  const observations = new DatabaseObservationStore(knex);
  const tasks = new Map<string, (signal: AbortSignal) => Promise<void>>();
  const intake = new ObservationIntake({
    store: observations,
    notifier: new ChangeNotifier([], logger),
    now,
    onControlPlaneChanged: () => {},
  });
  const snapshotIngest = new SnapshotIngest({
    store: new DatabasePolicyIngestStore(knex),
    owners: {
      resolve: async (_, outcomes) =>
        outcomes.map(() => ({
          owner: 'group:default/shop',
          ownerFrom: 'namespace' as const,
        })),
    },
    due: [],
    environmentOf: async () => 'prod',
  });
  const ingest = await createIngest({
    collection: { intake, observations },
    config: new ConfigReader({ eksFleet: { ingest: config } }),
    ingest: snapshotIngest,
    knex,
    logger,
    metrics: metricsServiceMock.mock(),
    scheduler: mockServices.scheduler.mock({
      scheduleTask: async ({ id, fn }) => {
        tasks.set(id, fn as never);
      },
    }),
    now,
  });
  const store = new DatabasePolicyStore(knex);
  return {
    ...ingest,
    tools: ingest.tools!,
    snapshotIngest,
    observations,
    intake,
    logger,
    run: async (task: 'policies' | 'retention') =>
      tasks.get(`eks-fleet-pushed-${task}`)!(new AbortController().signal),
    /** Names of what open findings are on. */
    async found(): Promise<string[]> {
      const { records } = await store.findings(findingSelection(), {
        order: { field: 'severity', direction: 'desc' },
        limit: 500,
      });
      return records.map(({ name }) => name).sort();
    },
    findings: async () =>
      (
        await store.findings(findingSelection(), {
          order: { field: 'severity', direction: 'desc' },
          limit: 500,
        })
      ).records,
    feeds: (cluster: Pick<CollectedCluster, 'arn'>) =>
      store.feeds([cluster.arn]),
    cells: async () =>
      allCells((await store.matrix(policySelection(), 'cluster')).cells),
  };
}
