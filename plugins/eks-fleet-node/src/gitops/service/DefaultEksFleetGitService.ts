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

import type { Config } from '@backstage/config';
import { NotFoundError } from '@backstage/errors';
import { ScmIntegrations } from '@backstage/integration';
import {
  readFleetRepositories,
  readWebhookSecrets,
  readWrites,
} from '../config/readFleetRepositories';
import type { FleetRepository } from '../config/types';
import { HostClient } from '../hosts/HostClient';
import {
  DEFAULT_HOST_LIMITS,
  HostLimiter,
  type HostLimits,
} from '../hosts/HostLimiter';
import type { GitHostState, GitRepository } from '../hosts/types';
import { PullRequestFollower } from '../proposals/PullRequestFollower';
import { readWebhook } from '../webhooks/readWebhook';
import type { GitEvent, WebhookRequest } from '../webhooks/types';
import {
  createConnectHost,
  type ConnectHost,
  type HostConnection,
} from './connectHost';
import type { EksFleetGitService } from './types';

/**
 * {@link EksFleetGitService} over `@backstage/integration`.
 *
 * @public
 */
export class DefaultEksFleetGitService implements EksFleetGitService {
  readonly writes: 'off' | 'on';
  readonly repositories: readonly FleetRepository[];
  readonly #secrets: ReadonlyMap<string, string>;
  readonly #connectHost: ConnectHost;
  readonly #limits: HostLimits;
  readonly #now?: () => Date;
  readonly #clients = new Map<string, HostClient>();
  readonly #followers = new Map<string, PullRequestFollower>();

  /**
   * @param options - `limits` and `now` are for tests and measurements
   * @throws an error that begins with the field that is wrong
   */
  static fromConfig(
    config: Config,
    options: { limits?: Partial<HostLimits>; now?: () => Date } = {},
  ): DefaultEksFleetGitService {
    return new DefaultEksFleetGitService(config, {
      limits: { ...readLimits(config), ...options.limits },
      now: options.now,
    });
  }

  private constructor(
    config: Config,
    options: { limits: Partial<HostLimits>; now?: () => Date },
  ) {
    this.writes = readWrites(config);
    this.repositories = readFleetRepositories(config);
    this.#secrets = readWebhookSecrets(config);
    this.#connectHost = createConnectHost(ScmIntegrations.fromConfig(config));
    this.#limits = { ...DEFAULT_HOST_LIMITS, ...options.limits };
    this.#now = options.now;
    this.repositories.forEach(({ url }, index) => {
      if (!this.#connectHost(url)) {
        throw new Error(
          `eksFleet.fleetRepositories[${index}].url: integrations has nothing for ${
            new URL(url).host
          }; add it to integrations.github, .gitlab or .gitea`,
        );
      }
    });
  }

  repository(id: string, asks: string): GitRepository {
    const connection = this.#connectHost(this.#configured(id).url)!;
    return connection.open({
      id,
      asks,
      path: connection.path,
      client: this.#client(connection),
    });
  }

  follower(id: string): PullRequestFollower {
    let follower = this.#followers.get(id);
    if (!follower) {
      follower = new PullRequestFollower(
        this.repository(id, 'follow'),
        this.#configured(id).branch,
        this.#now,
      );
      this.#followers.set(id, follower);
    }
    return follower;
  }

  receiveWebhook(request: WebhookRequest): GitEvent | undefined {
    const event = readWebhook(request, this.repositories, this.#secrets);
    if (event) {
      this.follower(event.repository).note(
        event.kind === 'pullRequest' ? { number: event.number } : {},
      );
    }
    return event;
  }

  hosts(): GitHostState[] {
    return [...this.#clients.values()].map(({ state }) => state);
  }

  #configured(id: string): FleetRepository {
    const repository = this.repositories.find(each => each.id === id);
    if (!repository) {
      throw new NotFoundError(
        `There is no fleet repository ${id} (eksFleet.fleetRepositories)`,
      );
    }
    return repository;
  }

  #client({ key, options }: HostConnection): HostClient {
    let client = this.#clients.get(key);
    if (!client) {
      client = new HostClient({
        ...options,
        writes: this.writes,
        limiter: new HostLimiter(options.host, this.#limits),
        now: this.#now,
      });
      this.#clients.set(key, client);
    }
    return client;
  }
}

function readLimits(config: Config): Partial<HostLimits> {
  const key = 'eksFleet.gitLimits';
  const limits: Partial<HostLimits> = {};
  for (const name of [
    'concurrency',
    'writesPerMinute',
    'contentPerMinute',
    'contentPerHour',
  ] as const) {
    const value = config.getOptionalNumber(`${key}.${name}`);
    if (value !== undefined) {
      if (!(value >= 1)) {
        throw new Error(`${key}.${name}: must be 1 or more`);
      }
      limits[name] = value;
    }
  }
  return limits;
}
