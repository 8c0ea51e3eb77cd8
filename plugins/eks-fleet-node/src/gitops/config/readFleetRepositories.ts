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
import { parseFieldPointer } from '../edits/fieldPointer';
import { oneOf } from './oneOf';
import { problemOfPath } from './pathTemplate';
import { readApplicationRules, readNamespaceRules } from './readPlaceRules';
import { readClusterMatch } from './readClusterMatch';
import type {
  ClusterFields,
  ClusterFileRule,
  FleetRepository,
  MergeMethod,
} from './types';

const ID = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;
const METHODS = ['merge', 'squash', 'rebase'];
const BRANCH = /^(?!\/)(?!.*(\.\.|\/\/|@\{))[A-Za-z0-9._/@+-]+(?<![./])$/;

/**
 * Reads `eksFleet.fleetRepositories`. Webhook secrets are left where they are.
 *
 * @throws an error that begins with the field that is wrong, and says what would be right
 * @public
 */
export function readFleetRepositories(config: Config): FleetRepository[] {
  const key = 'eksFleet.fleetRepositories';
  const repositories = (config.getOptionalConfigArray(key) ?? []).map(
    (each, index) => readRepository(each, `${key}[${index}]`),
  );
  repositories.forEach(({ id, url }, index) => {
    const first = repositories.findIndex(
      other => other.id === id || sameUrl(other.url, url),
    );
    if (first !== index) {
      const [field, value] =
        repositories[first].id === id ? ['id', id] : ['url', url];
      throw new Error(
        `${key}[${index}].${field}: ${value} is that of ${key}[${first}] already`,
      );
    }
  });
  return repositories;
}

/**
 * Reads `eksFleet.writes`: whether the portal may propose and merge at all.
 *
 * @public
 */
export function readWrites(config: Config): 'off' | 'on' {
  const value = config.getOptional('eksFleet.writes') ?? 'off';
  // YAML 1.1 readers make booleans of these words.
  if (value === 'on' || value === true) {
    return 'on';
  }
  if (value === 'off' || value === false) {
    return 'off';
  }
  throw new Error(`eksFleet.writes: must be on or off`);
}

/** What hosts sign their events with, by id of the repository. */
export function readWebhookSecrets(
  config: Config,
): ReadonlyMap<string, string> {
  const repositories =
    config.getOptionalConfigArray('eksFleet.fleetRepositories') ?? [];
  return new Map(
    repositories.flatMap(each => {
      const secret = each.getOptionalString('webhookSecret');
      return secret ? [[each.getString('id'), secret] as const] : [];
    }),
  );
}

function readRepository(config: Config, key: string): FleetRepository {
  const id = config.getString('id');
  if (!ID.test(id)) {
    throw new Error(
      `${key}.id: must be lower-case letters, digits and dashes, at most 63`,
    );
  }
  const branch = config.getString('branch');
  if (!BRANCH.test(branch)) {
    throw new Error(`${key}.branch: must be the name of a branch`);
  }
  const namespaces = readNamespaceRules(config, key);
  const applications = readApplicationRules(config, key);
  return {
    id,
    url: readUrl(config.getString('url'), `${key}.url`),
    branch,
    clusters: (config.getOptionalConfigArray('clusters') ?? []).map(
      (each, index) => readRule(each, `${key}.clusters[${index}]`),
    ),
    ...(namespaces && { namespaces }),
    ...(applications && { applications }),
    merge: {
      automatic: config.getOptionalBoolean('merge.automatic') ?? false,
      method: oneOf(
        config.getOptionalString('merge.method') ?? 'merge',
        METHODS,
        `${key}.merge.method`,
      ) as MergeMethod,
    },
  };
}

function readUrl(value: string, key: string): string {
  let url: URL;
  try {
    url = new URL(value);
  } catch {
    throw new Error(
      `${key}: must be the address of a repository, such as https://github.com/acme/fleet`,
    );
  }
  if (url.username || url.password) {
    throw new Error(
      `${key}: must not hold credentials; they belong into integrations`,
    );
  }
  if (!/^https?:$/.test(url.protocol) || url.search || url.hash) {
    throw new Error(`${key}: must begin with https:// and end with the path`);
  }
  const path = url.pathname.replace(/\/+$/, '').replace(/\.git$/, '');
  if (path.split('/').filter(Boolean).length < 2) {
    throw new Error(`${key}: must name an owner and a repository`);
  }
  return `${url.origin}${path}`;
}

function readRule(config: Config, key: string): ClusterFileRule {
  const path = config.getString('path');
  const problem = problemOfPath(path);
  if (problem) {
    throw new Error(`${key}.path: ${problem}`);
  }
  const canRollBack = config.getOptionalBoolean('canRollBack');
  const settings = config.getOptionalConfig('settings');
  return {
    match: readClusterMatch(config.getOptionalConfig('match'), `${key}.match`),
    provisioner: config.getString('provisioner'),
    path,
    fields: readFields(config.getOptionalConfig('fields'), `${key}.fields`),
    ...(settings && {
      settings: Object.fromEntries(
        settings.keys().map(name => [name, settings.getString(name)]),
      ),
    }),
    ...(canRollBack !== undefined && { canRollBack }),
  };
}

function readFields(config: Config | undefined, key: string): ClusterFields {
  const fields: ClusterFields = {};
  const version = readPointer(config, 'version', key, false);
  const addons = readPointer(config, 'addons', key, true);
  const nodeVersion = readPointer(config, 'nodegroups.version', key, true);
  const release = readPointer(config, 'nodegroups.releaseVersion', key, true);
  return Object.assign(
    fields,
    version && { version },
    addons && { addons },
    (nodeVersion || release) && {
      nodegroups: {
        ...(nodeVersion && { version: nodeVersion }),
        ...(release && { releaseVersion: release }),
      },
    },
  );
}

function readPointer(
  config: Config | undefined,
  field: string,
  key: string,
  named: boolean,
): string | undefined {
  const pointer = config?.getOptionalString(field);
  if (pointer === undefined) {
    return undefined;
  }
  const parsed = parseFieldPointer(pointer);
  if ('problem' in parsed) {
    throw new Error(`${key}.${field}: ${parsed.problem}`);
  }
  if (pointer.includes('{name}') !== named) {
    throw new Error(
      named
        ? `${key}.${field}: must say with {name} which one it is`
        : `${key}.${field}: has no {name}; there is one of a cluster`,
    );
  }
  return pointer;
}

/** Hosts compare without regard to case; GitHub's and GitLab's paths do too. */
function sameUrl(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
