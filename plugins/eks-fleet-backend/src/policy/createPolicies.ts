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
  AuthService,
  LoggerService,
  RootConfigService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type {
  ClusterCollector,
  EksFleetGitService,
  PolicySource,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import type { Knex } from 'knex';
import { DateTime } from 'luxon';
import type { ObservationReader } from '../collection/types';
import type { ClusterStore } from '../inventory/types';
import type { UpgradeSafetyReader } from '../readiness/upgradeSafety';
import type { VersionStore } from '../versions/types';
import { DatabaseExceptionNames } from './exceptions/store/DatabaseExceptionNames';
import { DatabaseExpectedStore } from './expected/DatabaseExpectedStore';
import { DatabaseLayerStore } from './expected/DatabaseLayerStore';
import { ExpectedReader } from './expected/ExpectedReader';
import { layeredClusters } from './expected/layeredClusters';
import { PolicyCollector } from './ingest/PolicyCollector';
import {
  SnapshotIngest,
  type SnapshotIngestOptions,
} from './ingest/SnapshotIngest';
import { CatalogOwners } from './owners/CatalogOwners';
import { PolicyLinks } from './links/PolicyLinks';
import { readPolicyLinks } from './links/readPolicyLinks';
import { readPolicyConfig } from './readPolicyConfig';
import { ExceptionViews } from './service/ExceptionViews';
import { FindingViews } from './service/FindingViews';
import { PolicyRows } from './service/PolicyRows';
import { PolicyViews } from './service/PolicyViews';
import { DatabasePolicyIngestStore } from './store/DatabasePolicyIngestStore';
import { DatabasePolicyStore } from './store/DatabasePolicyStore';
import type { PolicyStore } from './store/types';
import { DatabaseUpgradeSafety } from './upgradeSafety/DatabaseUpgradeSafety';

/** Answers about policies, as the rest of the plugin uses them. */
export interface Policies {
  views: PolicyViews;
  findings: FindingViews;
  exceptions: ExceptionViews;
  store: PolicyStore;
}

export interface PolicyParts {
  /** Read policies where their sources are. */
  collectors: ClusterCollector[];
  /** Takes in what is pushed. */
  ingest: SnapshotIngest;
  /** What readiness asks of policies. */
  upgradeSafety: UpgradeSafetyReader;
  /** @param observations - that the collectors' observations are among */
  serve(observations: Pick<ObservationReader, 'ofMany'>): Policies;
}

/**
 * Makes collectors of all sources of policies, and what answers about what they
 * read; nothing where `eksFleet.policies.enabled` is off.
 *
 * @throws InputError with one sentence that names the key, or the kind that two sources have
 */
export async function createPolicies(options: {
  auth: AuthService;
  catalog: CatalogService;
  clusters: Pick<ClusterStore, 'list' | 'ownByRefs'>;
  config: RootConfigService;
  git: Pick<EksFleetGitService, 'repositories' | 'repository'>;
  knex: Knex;
  logger: LoggerService;
  scheduler: SchedulerService;
  /** Of what others read and push. */
  pushedKinds: readonly string[];
  sources: readonly PolicySource[];
  versions: Pick<VersionStore, 'calendar'>;
  now?: () => Date;
}): Promise<PolicyParts | undefined> {
  const { auth, catalog, clusters, knex, logger, scheduler, sources } = options;
  const { versions, now = () => new Date() } = options;
  const config = readPolicyConfig(options.config);
  if (!config.enabled) {
    return undefined;
  }
  const ingest = new DatabasePolicyIngestStore(knex);
  const taking: SnapshotIngestOptions = {
    store: ingest,
    owners: new CatalogOwners({ catalog, auth, logger, now }),
    due: config.due,
    async environmentOf({ entityRef }) {
      const found = await clusters.ownByRefs([entityRef]);
      return found.get(entityRef)?.environment ?? '';
    },
    sources,
  };
  const collectors = sources.map(
    source => new PolicyCollector({ ...taking, source }) as ClusterCollector,
  );
  await scheduler.scheduleTask({
    id: 'eks-fleet-policy-retention',
    frequency: { hours: 24 },
    timeout: { minutes: 30 },
    initialDelay: { minutes: 15 },
    fn: async () => {
      const resolvedBefore = DateTime.fromJSDate(now())
        .minus({ days: config.keepResolvedDays })
        .toJSDate();
      await ingest.prune({ resolvedBefore, now: now() });
      await ingest.compactTrend(now());
    },
  });
  const links = new PolicyLinks(readPolicyLinks(options.config));
  const store = new DatabasePolicyStore(knex);
  const expected = new DatabaseExpectedStore(knex);
  if (config.layers) {
    const reader = new ExpectedReader({
      git: options.git,
      store: expected,
      layers: new DatabaseLayerStore(knex),
      config: config.layers,
      clusters: () => layeredClusters(clusters, versions, now),
      now,
    });
    await scheduler.scheduleTask({
      id: 'eks-fleet-policy-layers',
      frequency: { minutes: 1 },
      timeout: { minutes: 10 },
      initialDelay: { seconds: 20 },
      fn: signal => reader.read(signal),
    });
  }
  return {
    collectors,
    ingest: new SnapshotIngest(taking),
    upgradeSafety: new DatabaseUpgradeSafety(knex),
    serve: observations => ({
      store,
      views: new PolicyViews({
        store,
        rows: new PolicyRows({
          store,
          expected,
          observations,
          kinds: [
            ...new Set([
              ...collectors.map(({ kind }) => kind),
              ...options.pushedKinds,
            ]),
          ],
          config,
        }),
        links,
        versions,
        config,
        now,
      }),
      findings: new FindingViews({ store, links, versions, now }),
      exceptions: new ExceptionViews({
        store,
        requests: new DatabaseExceptionNames(knex),
        versions,
        now,
      }),
    }),
  };
}
