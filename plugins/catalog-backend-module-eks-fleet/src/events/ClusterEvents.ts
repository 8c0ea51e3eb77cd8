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

import type { LoggerService } from '@backstage/backend-plugin-api';
import type { EventParams, EventsService } from '@backstage/plugin-events-node';
import { formatClusterArn } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { EksFleetProviderConfig } from '../config/types';
import type { EksClusterEntityProvider } from '../providers/EksClusterEntityProvider';
import { readCloudTrailEvent } from './readCloudTrailEvent';

/** Topic on which the backend asks for targets or clusters to be read again. */
export const REFRESH_TOPIC = 'eks-fleet.refresh';
/** Topic on which the backend hands on that held removals were accepted. */
export const ACCEPT_REMOVALS_TOPIC = 'eks-fleet.accept-removals';

const AGAIN_AFTER_MS = 60_000;
/** A cluster that changes for longer is left to the scans. */
const MAX_READINGS = 60;

export interface ProviderWithConfig {
  config: EksFleetProviderConfig;
  provider: EksClusterEntityProvider;
}

/**
 * Turns events into reads. An event says where to look, and nothing of what
 * is there: whatever it claims, only `DescribeCluster`'s answer counts.
 */
export class ClusterEvents {
  readonly #providers: ProviderWithConfig[];
  readonly #events: EventsService;
  readonly #logger: LoggerService;
  readonly #later: (task: () => void, milliseconds: number) => void;
  readonly #watched = new Set<string>();

  constructor(options: {
    providers: ProviderWithConfig[];
    events: EventsService;
    logger: LoggerService;
    /** Runs a task later; only tests set this. */
    later?: (task: () => void, milliseconds: number) => void;
  }) {
    this.#providers = options.providers;
    this.#events = options.events;
    this.#logger = options.logger;
    this.#later =
      options.later ??
      ((task, milliseconds) => setTimeout(task, milliseconds).unref());
  }

  async subscribe(): Promise<void> {
    const cloudTrailTopics = [
      ...new Set(this.#providers.flatMap(({ config }) => config.eventTopics)),
    ];
    await this.#events.subscribe({
      id: 'catalog-eks-fleet',
      topics: [REFRESH_TOPIC, ACCEPT_REMOVALS_TOPIC, ...cloudTrailTopics],
      onEvent: params => this.#onEvent(params),
    });
  }

  async #onEvent(params: EventParams): Promise<void> {
    const { topic, eventPayload } = params;
    const isDocument =
      typeof eventPayload === 'object' &&
      eventPayload !== null &&
      !Array.isArray(eventPayload);
    const payload = (isDocument ? eventPayload : { arns: [] }) as Record<
      string,
      unknown
    >;
    if (topic === REFRESH_TOPIC) {
      await this.#refresh(payload);
    } else if (topic === ACCEPT_REMOVALS_TOPIC) {
      await this.#acceptRemovals(payload);
    } else {
      await this.#cloudTrail(topic, eventPayload);
    }
  }

  async #refresh(payload: Record<string, unknown>): Promise<void> {
    const arns = strings(payload.arns);
    const targets = strings(payload.targets);
    const everything =
      payload.arns === undefined && payload.targets === undefined;
    await Promise.all(
      this.#providers.map(async ({ provider }) => {
        if (everything) {
          await provider.scan({ force: true });
        }
        if (arns.length > 0) {
          await provider.refreshClusters(arns);
        }
        if (targets.length > 0) {
          await provider.scanTargets(new Set(targets));
        }
      }),
    );
  }

  async #acceptRemovals(payload: Record<string, unknown>): Promise<void> {
    const arns = strings(payload.arns);
    for (const { config, provider } of this.#providers) {
      if (config.id === payload.provider && arns.length > 0) {
        this.#logger.info(
          `${arns.length} held removal(s) of ${
            config.id
          } were accepted by ${String(payload.acceptedBy).slice(0, 200)}`,
        );
        await provider.acceptRemovals(arns);
      }
    }
  }

  async #cloudTrail(topic: string, payload: unknown): Promise<void> {
    const event = readCloudTrailEvent(payload);
    if (!event) {
      return;
    }
    for (const { config, provider } of this.#providers) {
      if (config.eventTopics.includes(topic)) {
        const arn = formatClusterArn({
          partition: config.partition,
          ...event,
        });
        await this.#readUntilStable(provider, arn, 1);
      }
    }
  }

  async #readUntilStable(
    provider: EksClusterEntityProvider,
    arn: string,
    reading: number,
  ): Promise<void> {
    const changing = await provider.refreshClusters([arn]);
    if (
      changing.length === 0 ||
      reading >= MAX_READINGS ||
      (reading === 1 && this.#watched.has(arn))
    ) {
      if (changing.length === 0 || reading >= MAX_READINGS) {
        this.#watched.delete(arn);
      }
      return;
    }
    this.#watched.add(arn);
    this.#later(() => {
      this.#readUntilStable(provider, arn, reading + 1).catch(error => {
        this.#watched.delete(arn);
        this.#logger.warn(`${arn} could not be followed. ${error}`);
      });
    }, AGAIN_AFTER_MS);
  }
}

function strings(value: unknown): string[] {
  return Array.isArray(value)
    ? value.filter((item): item is string => typeof item === 'string')
    : [];
}
