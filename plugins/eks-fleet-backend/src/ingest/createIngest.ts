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
  LoggerService,
  RootConfigService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { MetricsService } from '@backstage/backend-plugin-api/alpha';
import { CLUSTER_POLICY_KINDS } from '@eks-fleet/backstage-plugin-eks-fleet-node';
import type { Knex } from 'knex';
import { DateTime } from 'luxon';
import type { Collection } from '../collection/createCollection';
import { FleetClusters } from '../collection/FleetClusters';
import { observeTokens } from '../metrics/observeTokens';
import type { SnapshotIngest } from '../policy/ingest/SnapshotIngest';
import { IngestGate } from './IngestGate';
import { benchContents } from './kubeBench/benchContents';
import { KUBE_BENCH_FEED, KubeBenchPushes } from './kubeBench/KubeBenchPushes';
import {
  POLICY_REPORTER_FEED,
  PolicyReporterPushes,
} from './policyReporter/PolicyReporterPushes';
import { resultContents } from './policyReporter/resultContents';
import { DatabasePushedFeedQueue } from './push/DatabasePushedFeedQueue';
import { DatabasePushedItemStore } from './push/DatabasePushedItemStore';
import { DatabaseSnapshotPartStore } from './push/DatabaseSnapshotPartStore';
import { ItemReader } from './push/ItemReader';
import { PushedFeeds } from './push/PushedFeeds';
import { SnapshotReader } from './push/SnapshotReader';
import { readIngestConfig } from './readIngestConfig';
import { SnapshotPushes } from './reporter/SnapshotPushes';
import { DatabaseIngestTokenStore } from './tokens/DatabaseIngestTokenStore';
import { IngestTokens } from './tokens/IngestTokens';

const KEEP_ENDED_TOKENS_DAYS = 90;
const MOST_NODES = 200;

/** What tools within clusters push with tokens. */
export interface ToolIngest {
  gate: IngestGate;
  tokens: IngestTokens;
  policyReporter: PolicyReporterPushes;
  kubeBench: KubeBenchPushes;
}

/** What is pushed of policies. */
export interface Ingest {
  /** What fleet-reporter brings. */
  snapshots: SnapshotPushes;
  /** Left out where `eksFleet.ingest.enabled` is off. */
  tools?: ToolIngest;
}

/** Kinds of all that is pushed of policies. */
export const PUSHED_KINDS: readonly string[] = [
  ...CLUSTER_POLICY_KINDS,
  POLICY_REPORTER_FEED,
  KUBE_BENCH_FEED,
];

/**
 * Takes in what clusters push of policies.
 *
 * @throws InputError with one sentence that names the key
 */
export async function createIngest(options: {
  collection: Pick<Collection, 'intake' | 'observations'>;
  config: RootConfigService;
  ingest: SnapshotIngest;
  knex: Knex;
  logger: LoggerService;
  metrics: MetricsService;
  scheduler: SchedulerService;
  now?: () => Date;
}): Promise<Ingest> {
  const { collection, ingest, knex, logger, scheduler } = options;
  const { now = () => new Date() } = options;
  const { intake, observations } = collection;
  const config = readIngestConfig(options.config);
  const fleet = new FleetClusters(knex);
  const parts = new DatabaseSnapshotPartStore(knex);
  const results = new DatabasePushedItemStore(knex);
  const nodes = new DatabasePushedItemStore(knex, { most: MOST_NODES });
  const tokens = new DatabaseIngestTokenStore(knex);
  const readers = new Map([
    [
      POLICY_REPORTER_FEED,
      new ItemReader({
        store: results,
        observations,
        contents: resultContents,
        staleAfterMs: config.policyReporter.staleAfterMs,
        tellAll: ['policyReports', 'policyReporter'],
      }),
    ],
    [
      KUBE_BENCH_FEED,
      new ItemReader({
        store: nodes,
        observations,
        contents: benchContents,
        staleAfterMs: config.kubeBench.staleAfterMs,
        tellAll: ['policyKubeBench'],
      }),
    ],
  ]);
  const snapshots = new SnapshotReader({
    store: parts,
    observations,
    insteadOf: { policyReports: ['policyReporter'] },
  });
  const feeds = new PushedFeeds({
    queue: new DatabasePushedFeedQueue(knex),
    fleet,
    ingest,
    observations,
    intake,
    readerOf: feed => readers.get(feed) ?? snapshots,
    logger,
    now,
  });
  // Each replica takes in what is due; leases keep them off each other's feeds.
  await scheduler.scheduleTask({
    id: 'eks-fleet-pushed-policies',
    scope: 'local',
    frequency: { seconds: 10 },
    timeout: { minutes: 5 },
    fn: signal => feeds.run(signal as AbortSignal),
  });
  await scheduler.scheduleTask({
    id: 'eks-fleet-pushed-retention',
    frequency: { hours: 1 },
    timeout: { minutes: 10 },
    initialDelay: { minutes: 5 },
    fn: async () => {
      await parts.prune(now());
      await results.prune(now());
      const endedBefore = DateTime.fromJSDate(now()).minus({
        days: KEEP_ENDED_TOKENS_DAYS,
      });
      await tokens.prune(endedBefore.toJSDate());
    },
  });
  observeTokens(options.metrics, tokens, now);
  return {
    snapshots: new SnapshotPushes({
      store: parts,
      feeds,
      ingest,
      fleet,
      observations,
      intake,
      kinds: CLUSTER_POLICY_KINDS,
      now,
    }),
    tools: config.enabled
      ? {
          gate: new IngestGate({ store: tokens, fleet, now }),
          tokens: new IngestTokens({
            store: tokens,
            config: config.tokens,
            now,
          }),
          policyReporter: new PolicyReporterPushes({
            store: results,
            expireAfterMs: config.policyReporter.expireAfterMs,
            now,
          }),
          kubeBench: new KubeBenchPushes({
            store: nodes,
            expireAfterMs: config.kubeBench.expireAfterMs,
            now,
          }),
        }
      : undefined,
  };
}
