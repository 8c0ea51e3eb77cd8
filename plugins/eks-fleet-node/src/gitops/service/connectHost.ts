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
  DefaultGithubCredentialsProvider,
  DefaultGitlabCredentialsProvider,
  getGiteaRequestOptions,
  getGitLabIntegrationRelativePath,
  type ScmIntegrations,
} from '@backstage/integration';
import { GiteaRepository } from '../hosts/gitea/GiteaRepository';
import { GithubRepository } from '../hosts/github/GithubRepository';
import { GitlabRepository } from '../hosts/gitlab/GitlabRepository';
import type { HostClientOptions } from '../hosts/HostClient';
import type { GitRepository, GitRepositoryOptions } from '../hosts/types';

/** How a repository is reached: by whose client, and as what. */
export interface HostConnection {
  /** The same for repositories that share a quota. */
  key: string;
  options: Pick<
    HostClientOptions,
    'kind' | 'host' | 'apiBaseUrl' | 'graphqlUrl' | 'getHeaders'
  >;
  /** Such as `acme/fleet`. */
  path: string;
  open(options: GitRepositoryOptions): GitRepository;
}

/** Connects repositories through Backstage's integrations; `undefined` where there is none for a host. */
export type ConnectHost = (url: string) => HostConnection | undefined;

export function createConnectHost(integrations: ScmIntegrations): ConnectHost {
  const github =
    DefaultGithubCredentialsProvider.fromIntegrations(integrations);
  const gitlab =
    DefaultGitlabCredentialsProvider.fromIntegrations(integrations);

  return url => {
    const { pathname } = new URL(url);
    const path = pathname.slice(1);

    const onGithub = integrations.github.byUrl(url)?.config;
    if (onGithub) {
      const { apps, host } = onGithub;
      const apiBaseUrl = onGithub.apiBaseUrl ?? `https://${host}/api/v3`;
      return {
        // Apps have a quota in each organization, a token one for the whole host.
        key: apps?.length ? `${host}/${path.split('/')[0]}` : host,
        path,
        open: options => new GithubRepository(options),
        options: {
          kind: 'github',
          host,
          apiBaseUrl,
          // https://api.github.com/graphql; below /api on hosts of one's own.
          graphqlUrl: `${apiBaseUrl.replace(/\/v3\/?$/, '')}/graphql`,
          getHeaders: async () => ({
            ...(await github.getCredentials({ url })).headers,
            accept: 'application/vnd.github+json',
            'x-github-api-version': '2022-11-28',
          }),
        },
      };
    }

    const onGitlab = integrations.gitlab.byUrl(url)?.config;
    if (onGitlab) {
      const { apiBaseUrl, host } = onGitlab;
      const below = getGitLabIntegrationRelativePath(onGitlab);
      return {
        key: host,
        path: pathname.slice(below.length + 1),
        open: options => new GitlabRepository(options),
        options: {
          kind: 'gitlab',
          host,
          apiBaseUrl,
          getHeaders: async () => ({
            ...(await gitlab.getCredentials({ url })).headers,
          }),
        },
      };
    }

    const onGitea = integrations.gitea.byUrl(url)?.config;
    if (onGitea) {
      const { baseUrl, host } = onGitea;
      const base = baseUrl ?? `https://${host}`;
      return {
        key: host,
        path: pathname.slice(
          new URL(base).pathname.replace(/\/$/, '').length + 1,
        ),
        open: options => new GiteaRepository(options),
        options: {
          kind: 'gitea',
          host,
          apiBaseUrl: `${base}/api/v1`,
          getHeaders: async () => ({
            accept: 'application/json',
            ...getGiteaRequestOptions(onGitea).headers,
          }),
        },
      };
    }

    return undefined;
  };
}
