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

import { stringify } from 'yaml';
import { DEFAULT_CHART } from '../../kubernetes/policies/kyvernoObjects';
import { POLICY_LIBRARY } from '../../kubernetes/policies/library';
import type { Cluster, ClusterSpec } from '../../model/types';
import {
  CLUSTER_LAYERS,
  DEFAULT_LAYER,
  ENVIRONMENT_LAYERS,
  TENANT_LAYERS,
} from '../demoPolicies/layers';
import { chartSchema } from './chartSchema';

/** The values of the chart `fleet-policies`, layer by layer. */
export function policyLayerFiles(
  clusters: Map<string, ClusterSpec[]>,
): Record<string, string> {
  const ofClusters = [...clusters].flatMap(([accountId, specs]) =>
    specs.flatMap(({ name, region }) => {
      const layer = CLUSTER_LAYERS[`${accountId}/${name}`];
      return layer
        ? [[`clusters/${accountId}/${region}/${name}`, layer] as const]
        : [];
    }),
  );
  const layers = Object.fromEntries(
    [
      ['default', DEFAULT_LAYER] as const,
      ...Object.entries(ENVIRONMENT_LAYERS).map(
        ([name, layer]) => [`environments/${name}`, layer] as const,
      ),
      ...Object.entries(TENANT_LAYERS).map(
        ([name, layer]) => [`tenants/${name}`, layer] as const,
      ),
      ...ofClusters,
    ].map(([name, layer]) => [`policies/${name}.yaml`, stringify(layer)]),
  );
  return { ...chartFiles(), ...layers };
}

/** What of the chart lies below all layers. */
function chartFiles(): Record<string, string> {
  const version = DEFAULT_CHART.replace('fleet-policies-', '');
  return {
    'charts/fleet-policies/Chart.yaml': stringify({
      apiVersion: 'v2',
      name: 'fleet-policies',
      type: 'application',
      version,
      appVersion: version,
    }),
    'charts/fleet-policies/values.yaml': stringify({
      engine: 'kyverno',
      policies: Object.fromEntries(
        POLICY_LIBRARY.map(({ name, defaults }) => [
          name,
          {
            enabled: defaults.enabled,
            mode: 'audit',
            parameters: defaults.parameters,
            exclude: { namespaces: defaults.excludedNamespaces, resources: [] },
          },
        ]),
      ),
      exceptions: {},
    }),
    'charts/fleet-policies/values.schema.json': `${JSON.stringify(
      chartSchema(),
      undefined,
      2,
    )}\n`,
  };
}

/** The exceptions of a cluster, each in a file of its own. */
export function exceptionFiles({
  accountId,
  region,
  name,
  tags,
  kubernetes: { policies },
}: Cluster): Record<string, string> {
  const folder = `exceptions/${
    tags.environment ?? 'other'
  }/${accountId}/${region}/${name}`;
  return Object.fromEntries(
    (policies?.exceptions ?? []).map(manifest => {
      const { creationTimestamp: _created, ...metadata } = manifest.metadata;
      return [
        `${folder}/${metadata.name}.yaml`,
        stringify({ ...manifest, metadata }),
      ];
    }),
  );
}
