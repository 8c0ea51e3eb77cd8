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

/**
 * Where a cluster is, and what EKS calls it.
 *
 * @public
 */
export interface ClusterThing {
  accountId: string;
  region: string;
  name: string;
}

/**
 * What a key of a thing says.
 *
 * @public
 */
export type ParsedThing =
  | { kind: 'cluster'; cluster: ClusterThing }
  | { kind: 'namespace'; cluster: ClusterThing; namespace: string }
  | {
      kind: 'application';
      team: string;
      application: string;
      environment: string;
    };

/**
 * The key of a cluster, as requests have it.
 *
 * @public
 */
export function clusterThingKey(cluster: ClusterThing): string {
  return `cluster/${cluster.accountId}/${cluster.region}/${cluster.name}`;
}

/**
 * The key of a namespace on a cluster, as requests have it.
 *
 * @public
 */
export function namespaceThingKey(
  cluster: ClusterThing,
  namespace: string,
): string {
  return `namespace/${cluster.accountId}/${cluster.region}/${cluster.name}/${namespace}`;
}

/**
 * The key of an application in one environment, as requests have it.
 *
 * @public
 */
export function applicationThingKey(thing: {
  team: string;
  application: string;
  environment: string;
}): string {
  return `application/${thing.team}/${thing.application}/${thing.environment}`;
}

const PART = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,99}$/;

/**
 * Takes a key apart.
 *
 * @returns `undefined` for what is no key of a thing
 * @public
 */
export function parseThingKey(key: string): ParsedThing | undefined {
  const [kind, ...parts] = key.split('/');
  if (!parts.every(part => PART.test(part))) {
    return undefined;
  }
  if (kind === 'application' && parts.length === 3) {
    const [team, application, environment] = parts;
    return { kind, team, application, environment };
  }
  const [accountId, region, name, namespace] = parts;
  if (!/^\d{12}$/.test(accountId ?? '')) {
    return undefined;
  }
  const cluster = { accountId, region, name };
  if (kind === 'cluster' && parts.length === 3) {
    return { kind, cluster };
  }
  return kind === 'namespace' && parts.length === 4
    ? { kind, cluster, namespace }
    : undefined;
}
