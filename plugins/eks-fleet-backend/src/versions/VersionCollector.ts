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
  DescribeClusterVersionsCommand,
  type ClusterVersionInformation,
} from '@aws-sdk/client-eks';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { ForwardedError } from '@backstage/errors';
import type { EksFleetAwsService } from '@eks-fleet/backstage-plugin-eks-fleet-node';
import { Duration } from 'luxon';
import { versionRank } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { targetState } from '../targets/targetState';
import type { TargetRecord, TargetStore } from '../targets/types';
import type { VersionDates } from './SupportCalendar';
import type { VersionStore } from './types';

const GOOD_FOR = Duration.fromObject({ hours: 24 });
const RETRY_AFTER = Duration.fromObject({ hours: 1 });
const TARGETS_TRIED = 3;

type Partition = Parameters<EksFleetAwsService['eks']>[0]['partition'];

/**
 * Asks EKS for its support calendar, once a day in each partition that has a
 * target which discovery just read well, and after a failure an hour later.
 */
export class VersionCollector {
  readonly #aws: Pick<EksFleetAwsService, 'eks'>;
  readonly #targets: Pick<TargetStore, 'list'>;
  readonly #versions: VersionStore;
  readonly #logger: LoggerService;
  readonly #failedAt = new Map<string, number>();

  constructor(options: {
    aws: Pick<EksFleetAwsService, 'eks'>;
    targets: Pick<TargetStore, 'list'>;
    versions: VersionStore;
    logger: LoggerService;
  }) {
    this.#aws = options.aws;
    this.#targets = options.targets;
    this.#versions = options.versions;
    this.#logger = options.logger;
  }

  async collect(now: Date): Promise<void> {
    const calendar = await this.#versions.calendar();
    const fresh = (await this.#targets.list()).filter(
      target =>
        targetState(target, now) === 'fresh' &&
        target.region !== 'all' &&
        target.region !== 'organization',
    );
    for (const partition of new Set(fresh.map(target => target.partition))) {
      const observedAt = calendar.observedAt(partition);
      const failedAt = this.#failedAt.get(partition) ?? -Infinity;
      const due =
        (observedAt === undefined ||
          now.getTime() - Date.parse(observedAt) >= GOOD_FOR.toMillis()) &&
        now.getTime() - failedAt >= RETRY_AFTER.toMillis();
      if (due) {
        await this.#collectPartition(
          partition,
          fresh.filter(target => target.partition === partition),
          now,
        );
      }
    }
  }

  async #collectPartition(
    partition: string,
    targets: TargetRecord[],
    now: Date,
  ): Promise<void> {
    let failure: unknown;
    for (const target of targets.slice(0, TARGETS_TRIED)) {
      try {
        const versions = await this.#describe(target);
        await this.#versions.put(partition, versions, now);
        this.#failedAt.delete(partition);
        return;
      } catch (error) {
        failure = error;
      }
    }
    this.#failedAt.set(partition, now.getTime());
    this.#logger.warn(
      `EKS did not tell its Kubernetes versions in ${partition}; the last known dates stay in use for another hour`,
      new ForwardedError('DescribeClusterVersions failed', failure),
    );
  }

  async #describe(target: TargetRecord): Promise<VersionDates[]> {
    const client = this.#aws.eks({
      partition: target.partition as Partition,
      accountId: target.accountId,
      region: target.region,
    });
    const versions: VersionDates[] = [];
    let nextToken: string | undefined;
    do {
      const page = await client.send(
        new DescribeClusterVersionsCommand({ includeAll: true, nextToken }),
      );
      versions.push(...(page.clusterVersions ?? []).flatMap(toDates));
      nextToken = page.nextToken;
    } while (nextToken);
    return versions;
  }
}

function toDates(info: ClusterVersionInformation): VersionDates[] {
  const version = info.clusterVersion;
  if (version === undefined || versionRank(version) < 0) {
    return [];
  }
  return [
    {
      version,
      releaseDate: info.releaseDate?.toISOString(),
      endOfStandardSupport: info.endOfStandardSupportDate?.toISOString(),
      endOfExtendedSupport: info.endOfExtendedSupportDate?.toISOString(),
    },
  ];
}
