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
  arnPartition,
  type ClusterSpec,
  type ClusterThing,
  type NamespaceSpec,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import {
  changeClusterOfNamespace,
  EditRefusal,
  locateCluster,
  type ClusterFile,
  type FleetRepository,
  type ProposedFile,
  type Provisioner,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import type { ClusterStore } from '../../inventory/types';
import { RequestRefusal } from '../types';
import type { FileText } from './types';

/** Where a cluster that is there is described, and by what it is written. */
export interface LocatedCluster extends ClusterFile {
  writes: Provisioner;
}

/** Files of clusters that are there, which have what their namespaces have in AWS. */
export class ClusterFiles {
  readonly #repositories: readonly FleetRepository[];
  readonly #provisioners: readonly Provisioner[];
  readonly #clusters: Pick<ClusterStore, 'find'>;
  readonly #now: () => Date;

  constructor(options: {
    repositories: readonly FleetRepository[];
    provisioners: readonly Provisioner[];
    clusters: Pick<ClusterStore, 'find'>;
    now: () => Date;
  }) {
    this.#repositories = options.repositories;
    this.#provisioners = options.provisioners;
    this.#clusters = options.clusters;
    this.#now = options.now;
  }

  /**
   * Finds the file of a cluster, and what writes it whole.
   *
   * @param labels - as the catalog has them where its cluster's tags say so
   * @returns the file, or in one sentence why there is none
   */
  async locate(
    { accountId, name, region }: ClusterThing,
    labels: Record<string, string> = {},
  ): Promise<LocatedCluster | { notLocated: string }> {
    const found = await this.#clusters.find(
      'all',
      { accountId, region, name, limit: 5 },
      this.#now(),
    );
    const cluster = found.find(({ origin }) => origin === 'eks-fleet');
    const located = locateCluster(this.#repositories, {
      partition: arnPartition(region),
      accountId,
      region,
      name,
      labels: { ...labels, ...cluster?.labels },
    });
    if ('notLocated' in located) {
      return located;
    }
    const { file } = located;
    const writes = this.#provisioners.find(({ id }) => id === file.provisioner);
    return writes?.parse && writes.change && writes.render
      ? { ...file, writes }
      : {
          notLocated: `What provisions ${name} (${file.provisioner}) does not write clusters whole.`,
        };
  }

  /** What its file says; `undefined` for one that is not there, or not all of which is understood. */
  parse(
    located: LocatedCluster | undefined,
    shared: FileText[],
  ): ClusterSpec | undefined {
    const own = shared.filter(({ path }) => path === located?.path);
    if (!located || own.length === 0) {
      return undefined;
    }
    try {
      return located.writes.parse!(own, contextOf(located)).spec;
    } catch (error) {
      if (error instanceof EditRefusal) {
        return undefined;
      }
      throw error;
    }
  }

  /**
   * What a namespace's access policies and Pod Identity associations change in
   * its cluster's file.
   *
   * @throws RequestRefusal where it wants some, and the file cannot have them
   */
  changeForNamespace(
    located: LocatedCluster | undefined,
    shared: FileText[],
    {
      after,
      before,
    }: { before: NamespaceSpec | undefined; after: NamespaceSpec | undefined },
  ): ProposedFile[] {
    const spec = this.parse(located, shared);
    if (!located || !spec) {
      if (hasParts(before) || hasParts(after)) {
        throw new RequestRefusal([
          {
            field:
              after && hasAccess(after)
                ? 'spec.access'
                : 'spec.podIdentityAssociations',
            message:
              'cannot be had here: no file of its cluster is beside it in Git that the portal writes whole',
          },
        ]);
      }
      return [];
    }
    const wanted = changeClusterOfNamespace(spec, before, after);
    return located.writes.change!(
      spec,
      wanted,
      shared.filter(({ path }) => path === located.path),
      contextOf(located),
    );
  }
}

/** Where a cluster's file is, for what writes it. */
export function contextOf({ path, settings = {} }: LocatedCluster) {
  return { path, settings };
}

function hasParts(spec: NamespaceSpec | undefined): boolean {
  return (
    spec !== undefined &&
    (spec.podIdentityAssociations.length > 0 || hasAccess(spec))
  );
}

function hasAccess({ access }: NamespaceSpec): boolean {
  return access.some(each => 'principalArn' in each);
}
