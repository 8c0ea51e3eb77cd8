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
import type { SystemSource } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type {
  EksFleetAwsService,
  PolicySource,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import type { Knex } from 'knex';
import { feedsOf } from '../store/read/readFeeds';
import { DatabaseHubStore } from './DatabaseHubStore';
import { HubReader } from './HubReader';
import { HubSource } from './HubSource';
import { presentHub } from './presentHub';
import { readSecurityHubConfig } from './readSecurityHubConfig';

/** What Security Hub gives: a source of policies, and how it does itself. */
export interface SecurityHubParts {
  source: PolicySource;
  system(): Promise<SystemSource>;
}

/**
 * Reads Security Hub, one replica for all clusters; nothing where
 * `eksFleet.policies.securityHub` is not set.
 *
 * @throws InputError with one sentence that names the key
 */
export async function createSecurityHub(options: {
  aws: Pick<EksFleetAwsService, 'securityHub'>;
  config: RootConfigService;
  knex: Knex;
  logger: LoggerService;
  scheduler: SchedulerService;
  now?: () => Date;
}): Promise<SecurityHubParts | undefined> {
  const { aws, knex, logger, scheduler, now = () => new Date() } = options;
  const config = readSecurityHubConfig(options.config);
  if (!config) {
    return undefined;
  }
  const store = new DatabaseHubStore(knex);
  const reader = new HubReader({ aws, config, logger, store, now });
  await scheduler.scheduleTask({
    id: 'eks-fleet-security-hub',
    frequency: { seconds: config.everySeconds },
    // The first time there may be very much of it; what is read is kept.
    timeout: { hours: 1 },
    initialDelay: { seconds: 5 },
    fn: signal => reader.read(signal as AbortSignal),
  });
  return {
    source: new HubSource({
      config,
      store,
      feeds: arn => feedsOf(knex, [arn]),
    }),
    async system() {
      const [states, misfits] = await Promise.all([
        store.states(),
        store.misfits(),
      ]);
      return presentHub(states, misfits, { config, now: now() });
    },
  };
}
