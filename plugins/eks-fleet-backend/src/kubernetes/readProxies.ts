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
import { InputError } from '@backstage/errors';
import type { KubernetesProxy } from '@eks-fleet/backstage-plugin-eks-fleet-node';
import { readClusterScope } from '../config/readClusterScope';

/** A proxy on the way to clusters' APIs, as configured. */
export interface ConfiguredProxy extends KubernetesProxy {
  /** Whether it reaches endpoints that are private only. */
  privateEndpoints: boolean;
}

const ID = /^[A-Za-z0-9][\w.-]{0,62}$/;

/** @throws InputError with one sentence that names the key, and no credentials */
export function readProxies(
  config: Config,
  key: string,
  defaults: { privateEndpoints: boolean },
): ConfiguredProxy[] {
  const proxies = (config.getOptionalConfigArray(key) ?? []).map(
    (proxy, index) => readProxy(proxy, `${key}[${index}]`, defaults),
  );
  proxies.forEach(({ id }, index) => {
    if (proxies.findIndex(proxy => proxy.id === id) !== index) {
      throw new InputError(
        `${key}[${index}].id: ${JSON.stringify(
          id,
        )} is the id of another proxy too`,
      );
    }
  });
  return proxies;
}

function readProxy(
  config: Config,
  key: string,
  defaults: { privateEndpoints: boolean },
): ConfiguredProxy {
  const id = config.getString('id');
  if (!ID.test(id)) {
    throw new InputError(`${key}.id: ${JSON.stringify(id)} is no id`);
  }
  return {
    id,
    url: readUrl(config.getString('url'), `${key}.url`),
    credentials: readCredentials(config, key),
    match: readClusterScope(config.getOptionalConfig('match'), `${key}.match`),
    privateEndpoints:
      config.getOptionalBoolean('privateEndpoints') ??
      defaults.privateEndpoints,
  };
}

function readUrl(text: string, key: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.username || url?.password) {
    // Not quoted: it would be in a log with them.
    throw new InputError(
      `${key}: credentials belong into username and password`,
    );
  }
  if (
    !url ||
    !['http:', 'https:'].includes(url.protocol) ||
    !url.hostname ||
    url.pathname !== '/' ||
    url.search ||
    url.hash
  ) {
    throw new InputError(
      `${key}: must be http:// or https://, a host and a port, as in http://proxy.example.com:3128`,
    );
  }
  return url.origin;
}

function readCredentials(
  config: Config,
  key: string,
): KubernetesProxy['credentials'] {
  const username = config.getOptionalString('username');
  const password = config.getOptionalString('password');
  if (username === undefined && password === undefined) {
    return undefined;
  }
  if (username === undefined || password === undefined) {
    const missing = username === undefined ? 'username' : 'password';
    throw new InputError(`${key}.${missing}: must be there with the other`);
  }
  if (username.includes(':')) {
    throw new InputError(`${key}.username: must hold no colon`);
  }
  return { username, password };
}
