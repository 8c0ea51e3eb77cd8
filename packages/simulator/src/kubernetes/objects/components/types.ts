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

import type {
  ApiServiceSpec,
  BudgetSpec,
  ComponentSpec,
  WebhookSpec,
  WorkloadSpec,
} from '../../../model/kubernetesStory';
import type { Cluster } from '../../../model/types';

/** A kind of object that a component brings. */
export interface CustomResource {
  group: string;
  /** The one that is stored. */
  version: string;
  /** Which are served beside it. */
  otherVersions?: string[];
  plural: string;
  kind: string;
  namespaced: boolean;
}

/** What a component is made of. */
export interface ComponentParts {
  workloads: WorkloadSpec[];
  budgets?: BudgetSpec[];
  webhooks?: WebhookSpec[];
  apiServices?: ApiServiceSpec[];
  customResources?: CustomResource[];
}

export interface ComponentContext {
  spec: ComponentSpec;
  cluster: Cluster;
  /** Without `v`. */
  version: string;
  /** The Region's registry of what EKS brings. */
  eksRegistry: string;
}

export interface Component {
  /** Without `v`. */
  usualVersion(cluster: Cluster): string;
  parts(context: ComponentContext): ComponentParts;
}

/** Labels as charts write them. */
export function chartLabels(options: {
  chart: string;
  version: string;
  name?: string;
  component?: string;
  partOf?: string;
}): Record<string, string> {
  const { chart, version, name = chart, component, partOf } = options;
  return {
    'app.kubernetes.io/name': name,
    'app.kubernetes.io/instance': chart,
    'app.kubernetes.io/version': `v${version}`,
    'app.kubernetes.io/managed-by': 'Helm',
    'helm.sh/chart': `${chart}-${version}`,
    ...(component && { 'app.kubernetes.io/component': component }),
    ...(partOf && { 'app.kubernetes.io/part-of': partOf }),
  };
}

/** Rows of custom resources of one group. */
export function customResources(
  group: string,
  version: string,
  rows: [plural: string, kind: string, namespaced: boolean][],
  otherVersions?: string[],
): CustomResource[] {
  return rows.map(([plural, kind, namespaced]) => ({
    group,
    version,
    ...(otherVersions && { otherVersions }),
    plural,
    kind,
    namespaced,
  }));
}
