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

import type { LiveApplication } from './controller';
import { reconcile } from './controller';
import { documentsOf, manifests, readFleet } from './fleet';
import type { Files, KnownCluster, World } from './generators';

/** What applications of the reference repository are made from. */
export const FOLDERS = ['addons', 'applications', 'clusters', 'namespaces'];

/** A cluster as charts/cluster-secret makes it known. */
function known(
  environment: string,
  accountId: string,
  clusterName: string,
): KnownCluster {
  const region = 'eu-west-1';
  const place = {
    aws_account_id: accountId,
    aws_region: region,
    aws_cluster_name: clusterName,
  };
  return {
    name: `${clusterName}-${accountId}-${region}`,
    server: `arn:aws:eks:${region}:${accountId}:cluster/${clusterName}`,
    labels: {
      ...place,
      'argocd.argoproj.io/secret-type': 'cluster',
      environment,
      enable_fleet_policies: 'true',
      enable_kyverno: 'true',
      enable_metrics_server: 'true',
    },
    annotations: place,
  };
}

export const SHARED = known('dev', '111122223333', 'shared');
export const ORDERS = known('prod', '444455556666', 'orders');

/** The reference repository, with its clusters registered. */
export function exampleWorld(): Required<World> {
  return { files: readFleet(...FOLDERS), clusters: [SHARED, ORDERS] };
}

/** A world whose files are others. */
export function withFiles(
  world: Required<World>,
  change: (path: string, text: string) => [string, string] | undefined,
): World & { files: Files } {
  return {
    ...world,
    files: new Map(
      [...world.files].flatMap(([path, text]) => {
        const changed = change(path, text);
        return changed ? [changed] : [];
      }),
    ),
  };
}

/** All applications after every ApplicationSet had its turn. */
export function reconcileAll(
  world: World,
  live: readonly LiveApplication[] = [],
): {
  applications: LiveApplication[];
  deleted: LiveApplication[];
  errors: string[];
} {
  return manifests('ApplicationSet').reduce<ReturnType<typeof reconcileAll>>(
    (before, each) => {
      const { applications, deleted, error } = reconcile(
        each,
        world,
        before.applications,
      );
      return {
        applications,
        deleted: [...before.deleted, ...deleted],
        errors: error ? [...before.errors, error] : before.errors,
      };
    },
    { applications: [...live], deleted: [], errors: [] },
  );
}

/** The objects that an application's folder has, as far as it takes them. */
export function sourceOf(application: LiveApplication, files: Files) {
  const { directory, path } = application.spec.source;
  const text = files.get(`${path}/${directory.include}`);
  return text === undefined ? [] : documentsOf(text);
}
