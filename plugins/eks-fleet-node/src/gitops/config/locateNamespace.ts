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
  teamOf,
  type NamespaceSpec,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { fitsPlace } from './fitsPlace';
import { fillPattern, matchPattern } from './pathPattern';
import type {
  FleetRepository,
  NamespaceFileRule,
  NamespaceFileSettings,
  NamespacePlace,
} from './types';

/**
 * Where a namespace is described.
 *
 * @public
 */
export interface NamespaceFolder {
  repository: FleetRepository;
  /** Below the root of the repository. */
  directory: string;
  place: NamespacePlace;
  settings: NamespaceFileSettings;
}

/**
 * What the path of a namespace's files follows from.
 *
 * @public
 */
export function placeOfNamespace(spec: NamespaceSpec): NamespacePlace {
  return {
    team: teamOf(spec.owner) ?? '',
    environment: spec.environment,
    accountId: spec.cluster.accountId,
    region: spec.cluster.region,
    cluster: spec.cluster.name,
    namespace: spec.name,
  };
}

/**
 * Finds the folder of a namespace: the first rule that fits it decides, over all
 * repositories in their order.
 *
 * @returns the folder, or in one sentence why there is none
 * @public
 */
export function locateNamespace(
  repositories: readonly FleetRepository[],
  place: NamespacePlace,
): { folder: NamespaceFolder } | { notLocated: string } {
  for (const repository of repositories) {
    const rule = repository.namespaces?.find(({ match }) =>
      fitsPlace(match, place),
    );
    if (rule) {
      const filled = fillPattern(rule.path, valuesOf(place));
      return 'path' in filled
        ? { folder: folderOf(repository, rule, filled.path, place) }
        : {
            notLocated: `Fleet repository ${repository.id} describes it at ${rule.path}, but ${filled.problem}.`,
          };
    }
  }
  return {
    notLocated: `No rule fits namespace ${place.namespace} of ${place.team} on ${place.cluster} (eksFleet.fleetRepositories[].namespaces).`,
  };
}

/**
 * Whose folder a path is in: that of a namespace, or of a file of one.
 *
 * @returns `undefined` for other paths, and where another rule would describe it
 * @public
 */
export function namespaceAt(
  repository: FleetRepository,
  path: string,
): NamespaceFolder | undefined {
  for (const rule of repository.namespaces ?? []) {
    for (const directory of [path, path.slice(0, path.lastIndexOf('/'))]) {
      const values = matchPattern(rule.path, directory);
      if (values) {
        const { account, ...rest } = values;
        const place = {
          ...rest,
          accountId: account,
        } as unknown as NamespacePlace;
        const first = repository.namespaces!.find(({ match }) =>
          fitsPlace(match, place),
        );
        return first === rule
          ? folderOf(repository, rule, directory, place)
          : undefined;
      }
    }
  }
  return undefined;
}

function folderOf(
  repository: FleetRepository,
  { settings }: NamespaceFileRule,
  directory: string,
  place: NamespacePlace,
): NamespaceFolder {
  return { repository, directory, place, settings };
}

function valuesOf({
  accountId,
  ...rest
}: NamespacePlace): Record<string, string> {
  return { ...rest, account: accountId };
}
