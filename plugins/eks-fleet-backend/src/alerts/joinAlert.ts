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

import { parseClusterArn } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { Joined } from './types';

/** A cluster as alerts may name it. */
export interface NamedCluster {
  arn: string;
  accountId: string;
  region: string;
  name: string;
}

/** Our own clusters by what alerts say of them. */
export class ClusterNames {
  readonly #byArn = new Map<string, NamedCluster>();
  readonly #byName = new Map<string, NamedCluster[]>();

  constructor(clusters: NamedCluster[]) {
    for (const cluster of clusters) {
      this.#byArn.set(cluster.arn, cluster);
      const same = this.#byName.get(cluster.name);
      if (same) {
        same.push(cluster);
      } else {
        this.#byName.set(cluster.name, [cluster]);
      }
    }
  }

  has(arn: string): boolean {
    return this.#byArn.has(arn);
  }

  named(name: string): NamedCluster[] {
    return this.#byName.get(name) ?? [];
  }
}

const ACCOUNT_LABELS = [
  'account_id',
  'aws_account_id',
  'account',
  'aws_account',
];
const REGION_LABELS = ['region', 'aws_region'];
const NAME_LABELS = [
  'cluster_name',
  'eks_cluster',
  'eks_cluster_name',
  'ClusterName',
];

/**
 * Which clusters an alert is about: by a label that is the ARN of one of ours,
 * else by account, Region and name, else by what configuration maps the label
 * to, else by name alone, where a name that fits several counts for each.
 */
export function joinAlert(
  labels: Record<string, string>,
  names: ClusterNames,
  options: {
    clusterLabel: string;
    clusters: ReadonlyMap<string, string[]>;
  },
): Joined {
  const { clusterLabel, clusters } = options;
  for (const [label, value] of Object.entries(labels)) {
    if (parseClusterArn(value) && names.has(value)) {
      return one(value, `label ${label}`);
    }
  }
  const nameLabel = [clusterLabel, ...NAME_LABELS].find(
    label => labels[label] !== undefined && labels[label] !== '',
  );
  if (nameLabel === undefined) {
    return { arns: [], ambiguous: false, by: '' };
  }
  const value = labels[nameLabel];
  const account = pick(labels, ACCOUNT_LABELS);
  const region = pick(labels, REGION_LABELS);
  const same = names.named(value);
  if (account && region) {
    const exact = same.find(
      cluster => cluster.accountId === account && cluster.region === region,
    );
    if (exact) {
      return one(exact.arn, `account, Region and label ${nameLabel}`);
    }
  }
  const mapped = (clusters.get(value) ?? []).filter(arn => names.has(arn));
  if (mapped.length > 0) {
    return {
      arns: mapped,
      ambiguous: mapped.length > 1,
      by: `label ${nameLabel} as configured`,
    };
  }
  const possible = same.filter(
    cluster =>
      (!account || cluster.accountId === account) &&
      (!region || cluster.region === region),
  );
  return {
    arns: possible.map(({ arn }) => arn),
    ambiguous: possible.length > 1,
    by: possible.length > 0 ? `label ${nameLabel}` : '',
  };
}

function one(arn: string, by: string): Joined {
  return { arns: [arn], ambiguous: false, by };
}

function pick(
  labels: Record<string, string>,
  keys: string[],
): string | undefined {
  const key = keys.find(candidate => labels[candidate]);
  return key && labels[key];
}
