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

import type { PolicyLayer } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import {
  policyLayerPaths,
  type LocatableCluster,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';

/** A layer's file, and the clusters that it reaches. */
export interface LayerPlace<Cluster> {
  path: string;
  kind: PolicyLayer['kind'];
  /** Such as `environment`. */
  label?: string;
  /** Of the label; the name of the cluster. */
  value?: string;
  clusters: Cluster[];
}

/**
 * Where policies of clusters are switched, the lowest layer first. The chart's
 * own values are none of these places. Pure.
 */
export function placesOf<Cluster extends LocatableCluster>(
  clusters: readonly Cluster[],
  templates: readonly string[],
): Array<LayerPlace<Cluster>> {
  return templates.slice(1).flatMap(template => {
    const places = new Map<string, LayerPlace<Cluster>>();
    for (const cluster of clusters) {
      const [path] = policyLayerPaths(cluster, [template]);
      if (path === undefined) {
        continue;
      }
      const place = places.get(path) ?? {
        path,
        ...kindOf(template, cluster),
        clusters: [],
      };
      place.clusters.push(cluster);
      places.set(path, place);
    }
    return [...places.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
  });
}

function kindOf(
  template: string,
  cluster: LocatableCluster,
): Pick<LayerPlace<never>, 'kind' | 'label' | 'value'> {
  if (template.includes('{cluster}')) {
    return { kind: 'cluster', value: cluster.name };
  }
  const [, name] = /\{([^{}]*)\}/.exec(template) ?? [];
  if (name === undefined) {
    return { kind: 'default' };
  }
  const label = name.replace(/^label\./, '');
  const known: Record<string, string> = {
    account: cluster.accountId,
    region: cluster.region,
    partition: cluster.partition,
  };
  return {
    kind: 'label',
    label,
    value: name.startsWith('label.') ? cluster.labels[label] : known[label],
  };
}
