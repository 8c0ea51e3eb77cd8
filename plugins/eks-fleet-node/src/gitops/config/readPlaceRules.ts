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
import { oneOf } from './oneOf';
import { problemOfPattern } from './pathPattern';
import type {
  ApplicationFileRule,
  NamespaceFileRule,
  NamespaceFileSettings,
  PlaceMatch,
} from './types';

const NAMESPACE_PATH =
  'namespaces/{team}/{environment}/{account}/{region}/{cluster}/{namespace}';
const NAMESPACE_NAMES = [
  'team',
  'environment',
  'account',
  'region',
  'cluster',
  'namespace',
];
const APPLICATION_PATH = 'applications/{team}/{application}/{environment}.yaml';
const APPLICATION_NAMES = ['team', 'application', 'environment'];

/**
 * What answers DNS besides pods of kube-dns: the cluster's service address (the
 * two that EKS has by default; on Auto Mode the node itself answers there),
 * NodeLocal DNSCache, and the VPC's own resolver.
 */
const DNS_CIDRS = [
  '10.100.0.10/32',
  '172.20.0.10/32',
  '169.254.20.10/32',
  '169.254.169.253/32',
];

const NAME = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;
const CIDR = /^(\d{1,3}\.){3}\d{1,3}\/\d{1,2}$/;

/** Rules of where namespaces are described: a list, or one rule by itself. */
export function readNamespaceRules(
  config: Config,
  key: string,
): NamespaceFileRule[] | undefined {
  return readRules(config, 'namespaces', key, (each, at) => ({
    match: readMatch(each, at, [
      'teams',
      'environments',
      'accounts',
      'regions',
      'clusters',
    ]),
    path: readPath(each, at, NAMESPACE_PATH, NAMESPACE_NAMES, /\/\{[^{}/]+\}$/),
    settings: readSettings(
      each.getOptionalConfig('settings'),
      `${at}.settings`,
    ),
  }));
}

/** Rules of where applications are described: a list, or one rule by itself. */
export function readApplicationRules(
  config: Config,
  key: string,
): ApplicationFileRule[] | undefined {
  return readRules(config, 'applications', key, (each, at) => ({
    match: readMatch(each, at, ['teams', 'environments']),
    path: readPath(each, at, APPLICATION_PATH, APPLICATION_NAMES, /\.ya?ml$/),
  }));
}

function readRules<T>(
  config: Config,
  name: string,
  key: string,
  read: (config: Config, key: string) => T,
): T[] | undefined {
  if (!config.has(name)) {
    return undefined;
  }
  return Array.isArray(config.get(name))
    ? config
        .getConfigArray(name)
        .map((each, index) => read(each, `${key}.${name}[${index}]`))
    : [read(config.getConfig(name), `${key}.${name}`)];
}

function readPath(
  config: Config,
  key: string,
  byDefault: string,
  names: readonly string[],
  ending: RegExp,
): string {
  const path = config.getOptionalString('path') ?? byDefault;
  const problem =
    problemOfPattern(path, names) ??
    (ending.test(path) ? undefined : `must end as ${byDefault} does`);
  if (problem) {
    throw new Error(`${key}.path: ${problem}`);
  }
  return path;
}

function readMatch(
  config: Config,
  key: string,
  names: readonly (keyof PlaceMatch)[],
): PlaceMatch {
  const match = config.getOptionalConfig('match');
  const unknown = match
    ?.keys()
    .find(name => !names.includes(name as keyof PlaceMatch));
  if (unknown !== undefined) {
    throw new Error(
      `${key}.match.${unknown}: there is no such list; there are ${names.join(
        ', ',
      )}`,
    );
  }
  return Object.fromEntries(
    names.flatMap(name => {
      const values = match?.getOptionalStringArray(name);
      return values ? [[name, values]] : [];
    }),
  );
}

function readSettings(
  config: Config | undefined,
  key: string,
): NamespaceFileSettings {
  const list = (name: string, pattern: RegExp, right: string) => {
    const values = config?.getOptionalStringArray(name);
    values?.forEach((value, index) => {
      if (!pattern.test(value)) {
        throw new Error(`${key}.${name}[${index}]: must be ${right}`);
      }
    });
    return values;
  };
  const argocdNamespace =
    config?.getOptionalString('argocdNamespace') ?? 'argocd';
  if (!NAME.test(argocdNamespace)) {
    throw new Error(`${key}.argocdNamespace: must be the name of a namespace`);
  }
  const cidr = 'a block of IPv4 addresses, such as 10.40.0.0/16';
  return {
    argocdNamespace,
    destination: oneOf(
      config?.getOptionalString('destination') ?? 'server',
      ['server', 'name'],
      `${key}.destination`,
    ) as NamespaceFileSettings['destination'],
    dnsCidrs: list('dnsCidrs', CIDR, cidr) ?? DNS_CIDRS,
    ingressNamespaces:
      list('ingressNamespaces', NAME, 'the name of a namespace') ?? [],
    ingressCidrs: list('ingressCidrs', CIDR, cidr) ?? [],
  };
}
