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
  compareVersions,
  type RequestKind,
  type RequestOptions,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import {
  nextFreeCidr,
  quotaUse,
  selectTargets,
  type KnownNamespace,
  type PreflightGround,
} from '../preflight';

/** Where what is asked for is made. */
export const PARTITION = 'aws';

/** What forms may offer on this ground. Pure. */
export function optionsOn(
  ground: PreflightGround,
  asked: { kinds: RequestKind[]; owners: string[]; owner?: string },
  known: Pick<RequestOptions, 'addons' | 'gitopsAddons'> & {
    /** By id, where discovery or clusters say them. */
    accountNames: ReadonlyMap<string, string>;
  },
): Omit<RequestOptions, 'halted'> {
  const { accounts, calendar, config, now } = ground;
  const { clusters, namespaces, ttl } = config;
  const environments = [
    ...new Set(
      [...ground.fleet.clusters()].map(({ environment }) => environment),
    ),
  ].filter(environment => environment !== '');
  const versions = calendar
    .versions(PARTITION)
    .map(({ version }) => ({
      version,
      ...calendar.support(PARTITION, version, now),
    }))
    .filter(({ state }) => state === 'standard')
    .sort((a, b) => compareVersions(b.version, a.version));
  return {
    kinds: asked.kinds,
    ticket: 'optional',
    owners: asked.owners,
    environments: [
      ...new Set([...environments, ...Object.keys(clusters.environments)]),
    ].sort(),
    accounts: (clusters.accounts ?? [...accounts.keys()])
      .map(id => {
        const name = known.accountNames.get(id);
        return { id, ...(name && { name }) };
      })
      .sort((a, b) => (a.id < b.id ? -1 : 1)),
    regions: [
      ...(clusters.regions ??
        new Set([...accounts.values()].flatMap(regions => [...regions]))),
    ].sort(),
    versions: versions.map(
      ({ endOfStandardSupport, state, version }, index) => ({
        version,
        state,
        endOfStandardSupport,
        isDefault: index === Math.min(1, versions.length - 1),
      }),
    ),
    instanceTypes: [...ground.prices.instances].map(([name, perHour]) => ({
      name,
      ...config.clusters.instanceSizes.get(name),
      monthlyCost: Math.round(perHour * 730 * 100) / 100,
    })),
    instanceFamilies: clusters.instanceFamilies && [
      ...clusters.instanceFamilies,
    ],
    addons: known.addons,
    gitopsAddons: known.gitopsAddons,
    requiredTags: clusters.requiredTags.map(({ key }) => key),
    roles: [...clusters.roles],
    cidrPools: clusters.cidrPools.map(pool => ({
      ...cidrOf(pool, ground),
      prefix: pool.prefix,
      ...(pool.accounts && { accounts: [...pool.accounts] }),
      ...(pool.regions && { regions: [...pool.regions] }),
    })),
    namespaces: {
      reservedNames: [...namespaces.reservedNames],
      sizes: Object.entries(namespaces.sizes).map(([name, size]) => ({
        name,
        ...size,
      })),
      podSecurity: { ...namespaces.podSecurity },
      maxTtlDays: { ...namespaces.maxTtlDays },
    },
    ...(clusters.costCeiling !== undefined && {
      costCeiling: clusters.costCeiling,
    }),
    warnDays: [...ttl.warnDays],
    ...(asked.owner && {
      applications: applicationsOf(asked.owner, ground),
      quota: { owner: asked.owner, resources: quotaUse(asked.owner, ground) },
    }),
  };
}

/** Where applications of an owner can be, by the namespaces that there are. */
function applicationsOf(
  owner: string,
  { config, fleet }: PreflightGround,
): RequestOptions['applications'] {
  const { charts, repositories } = config.applications;
  const named = new Map(
    fleet
      .namespacesOf(owner)
      .map(({ environment, name }) => [
        `${environment}/${name}`,
        { environment, namespace: name },
      ]),
  );
  return {
    ...(repositories && { repositories: [...repositories] }),
    ...(charts && { charts: [...charts] }),
    places: [...named]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([, { environment, namespace }]) => {
        const targets = selectTargets(
          { clusters: 'all', environment, namespace, owner },
          fleet,
        );
        return targets.length > 0
          ? [
              {
                environment,
                namespace,
                clusters: targets.map(({ cluster }) => cluster),
                sourceRepos: sharedBy(targets),
              },
            ]
          : [];
      }),
  };
}

function sharedBy([first, ...others]: KnownNamespace[]): string[] {
  return (first.sourceRepos ?? []).filter(each =>
    others.every(({ sourceRepos }) => sourceRepos?.includes(each)),
  );
}

function cidrOf(
  pool: PreflightGround['config']['clusters']['cidrPools'][number],
  ground: PreflightGround,
): { cidr: string; next?: string; free: number; problem?: string } {
  const environment =
    pool.environments?.[0] ??
    [...ground.fleet.clusters()][0]?.environment ??
    '';
  const found = nextFreeCidr(
    {
      accountId: pool.accounts?.[0] ?? [...ground.accounts.keys()][0] ?? '',
      region: pool.regions?.[0] ?? '',
      environment,
    },
    {
      ...ground,
      config: {
        ...ground.config,
        clusters: { ...ground.config.clusters, cidrPools: [pool] },
      },
    },
  );
  const cidr = 'cidr' in pool ? pool.cidr : pool.ipam.poolId;
  const problem = found.unread.join('; ') || undefined;
  return 'cidr' in found
    ? { cidr, next: found.cidr, free: 1, problem }
    : { cidr, free: 0, problem: found.problem };
}
