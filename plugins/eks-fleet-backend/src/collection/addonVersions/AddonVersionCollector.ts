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
  DescribeAddonVersionsCommand,
  type AddonInfo,
} from '@aws-sdk/client-eks';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { ForwardedError } from '@backstage/errors';
import type {
  AwsTarget,
  CollectedCluster,
  EksFleetAwsService,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import { Duration } from 'luxon';
import type { VersionStore } from '../../versions/types';
import type { ChangeNotifier } from '../ChangeNotifier';
import { listAll } from '../eks/listAll';
import type { FleetClusters } from '../FleetClusters';
import type { AddonVersions } from '../types';
import type {
  AddonVersionsKey,
  AddonVersionsNews,
  DatabaseAddonCatalogue,
} from './DatabaseAddonCatalogue';
import { planAddonVersions } from './planAddonVersions';
import { toAddonVersions } from './toAddonVersions';

const GOOD_FOR = Duration.fromObject({ hours: 24 });
const RETRY_AFTER = Duration.fromObject({ hours: 1 });
const ACCOUNTS_TRIED = 3;

/**
 * Asks EKS which add-on versions there are: once a day in each partition and
 * Region, for each Kubernetes version of the fleet there and those after it,
 * and after a failure an hour later.
 */
export class AddonVersionCollector {
  readonly #aws: Pick<EksFleetAwsService, 'eks'>;
  readonly #fleet: Pick<FleetClusters, 'list'>;
  readonly #versions: Pick<VersionStore, 'calendar'>;
  readonly #catalogue: DatabaseAddonCatalogue;
  readonly #notifier: Pick<ChangeNotifier, 'notify'>;
  readonly #logger: LoggerService;

  constructor(options: {
    aws: Pick<EksFleetAwsService, 'eks'>;
    fleet: Pick<FleetClusters, 'list'>;
    versions: Pick<VersionStore, 'calendar'>;
    catalogue: DatabaseAddonCatalogue;
    /** Told of each cluster for which EKS now lists other versions. */
    notifier: Pick<ChangeNotifier, 'notify'>;
    logger: LoggerService;
  }) {
    this.#aws = options.aws;
    this.#fleet = options.fleet;
    this.#versions = options.versions;
    this.#catalogue = options.catalogue;
    this.#notifier = options.notifier;
    this.#logger = options.logger;
  }

  async collect(now: Date, signal?: AbortSignal): Promise<void> {
    const ago = (duration: Duration) =>
      new Date(now.getTime() - duration.toMillis());
    const calendar = await this.#versions.calendar();
    const clusters = await this.#fleet.list();
    const plan = planAddonVersions(clusters, partition =>
      calendar.versions(partition).map(({ version }) => version),
    );
    await Promise.all(
      plan.map(async ({ targets, kubernetesVersions, ...place }) => {
        const news: AddonVersionsNews[] = [];
        // One after the other: this is in no hurry, and clusters are.
        for (const kubernetesVersion of kubernetesVersions) {
          const key = { ...place, kubernetesVersion };
          const since = {
            observed: ago(GOOD_FOR),
            attempted: ago(RETRY_AFTER),
          };
          if (
            !signal?.aborted &&
            (await this.#catalogue.claim(key, since, now))
          ) {
            news.push(await this.#collectOne(key, targets, now, signal));
          }
        }
        await this.#tell(
          clusters.filter(
            ({ partition, region }) =>
              partition === place.partition && region === place.region,
          ),
          news,
          now,
        );
      }),
    );
  }

  async #tell(
    clusters: CollectedCluster[],
    news: AddonVersionsNews[],
    now: Date,
  ): Promise<void> {
    if (news.some(one => one !== 'none')) {
      const first = news.includes('first');
      await this.#notifier.notify(
        clusters.map(cluster => ({
          cluster,
          kind: 'addonVersions',
          source: 'collector',
          before: first ? undefined : {},
          after: {},
          at: now.toISOString(),
        })),
      );
    }
  }

  async #collectOne(
    key: AddonVersionsKey,
    targets: AwsTarget[],
    now: Date,
    signal?: AbortSignal,
  ): Promise<AddonVersionsNews> {
    let failure: unknown;
    for (const target of targets.slice(0, ACCOUNTS_TRIED)) {
      try {
        const addons = await this.#describe(target, key, signal);
        return await this.#catalogue.put(key, addons, now);
      } catch (error) {
        failure = error;
      }
    }
    this.#logger.warn(
      `EKS did not tell which add-on versions there are for Kubernetes ${key.kubernetesVersion} in ${key.region}; it is asked again in an hour`,
      new ForwardedError('DescribeAddonVersions failed', failure),
    );
    return 'none';
  }

  async #describe(
    target: AwsTarget,
    { kubernetesVersion }: AddonVersionsKey,
    abortSignal?: AbortSignal,
  ): Promise<AddonVersions> {
    const client = this.#aws.eks(target);
    const addons = await listAll<AddonInfo>(async nextToken => {
      const page = await client.send(
        new DescribeAddonVersionsCommand({
          kubernetesVersion,
          maxResults: 100,
          nextToken,
        }),
        { abortSignal },
      );
      return { items: page.addons, nextToken: page.nextToken };
    });
    return toAddonVersions(addons, kubernetesVersion);
  }
}
