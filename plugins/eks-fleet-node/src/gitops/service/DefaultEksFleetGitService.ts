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
import {
  DefaultGithubCredentialsProvider,
  ScmIntegrations,
  type GithubCredentialsProvider,
} from '@backstage/integration';
import {
  readFleetRepositories,
  readWrites,
} from '../config/readFleetRepositories';
import type { FleetRepository } from '../config/types';
import { GithubRepository } from '../hosts/github/GithubRepository';
import { HostClient } from '../hosts/HostClient';
import {
  DEFAULT_HOST_LIMITS,
  HostLimiter,
  type HostLimits,
} from '../hosts/HostLimiter';
import type { GitHostState, GitRepository } from '../hosts/types';
import type { EksFleetGitService } from './types';

/**
 * {@link EksFleetGitService} over `@backstage/integration`.
 *
 * @public
 */
export class DefaultEksFleetGitService implements EksFleetGitService {
  readonly writes: 'off' | 'on';
  readonly repositories: readonly FleetRepository[];
  readonly #integrations: ScmIntegrations;
  readonly #github: GithubCredentialsProvider;
  readonly #limits: HostLimits;
  readonly #clients = new Map<string, HostClient>();

  /**
   * @param options - `limits` is for tests and measurements
   * @throws an error that begins with the field that is wrong
   */
  static fromConfig(
    config: Config,
    options: { limits?: Partial<HostLimits> } = {},
  ): DefaultEksFleetGitService {
    return new DefaultEksFleetGitService(config, options.limits);
  }

  private constructor(config: Config, limits?: Partial<HostLimits>) {
    this.writes = readWrites(config);
    this.repositories = readFleetRepositories(config);
    this.#integrations = ScmIntegrations.fromConfig(config);
    this.#github = DefaultGithubCredentialsProvider.fromIntegrations(
      this.#integrations,
    );
    this.#limits = { ...DEFAULT_HOST_LIMITS, ...limits };
    this.repositories.forEach(({ url }, index) => {
      if (!this.#integrations.byUrl(url)) {
        const { host } = new URL(url);
        throw new Error(
          `eksFleet.fleetRepositories[${index}].url: integrations has nothing for ${host}; add it to integrations.github, .gitlab or .gitea`,
        );
      }
    });
  }

  repository(id: string, asks: string): GitRepository {
    const repository = this.repositories.find(each => each.id === id);
    if (!repository) {
      throw new NotFoundError(
        `There is no fleet repository ${id} (eksFleet.fleetRepositories)`,
      );
    }
    const { url } = repository;
    const path = new URL(url).pathname.slice(1);
    return new GithubRepository({
      id,
      path,
      asks,
      client: this.#githubClient(url),
    });
  }

  hosts(): GitHostState[] {
    return [...this.#clients.values()].map(({ state }) => state);
  }

  /** Apps have a quota in each organization, a token has one for the whole host. */
  #githubClient(url: string): HostClient {
    const { config } = this.#integrations.github.byUrl(url)!;
    const owner = new URL(url).pathname.split('/')[1];
    const key = config.apps?.length ? `${config.host}/${owner}` : config.host;
    return this.#client(key, {
      kind: 'github',
      host: config.host,
      apiBaseUrl: config.apiBaseUrl ?? `https://${config.host}/api/v3`,
      getHeaders: async () => ({
        ...(await this.#github.getCredentials({ url })).headers,
        accept: 'application/vnd.github+json',
        'x-github-api-version': '2022-11-28',
      }),
    });
  }

  #client(
    key: string,
    options: Pick<
      ConstructorParameters<typeof HostClient>[0],
      'kind' | 'host' | 'apiBaseUrl' | 'getHeaders'
    >,
  ): HostClient {
    let client = this.#clients.get(key);
    if (!client) {
      client = new HostClient({
        ...options,
        writes: this.writes,
        limiter: new HostLimiter(options.host, this.#limits),
      });
      this.#clients.set(key, client);
    }
    return client;
  }
}
