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

import type { CustomResource } from './components';
import type { KubernetesObject, MetadataOf } from './KubernetesObject';

export function customResourceDefinition(
  resource: CustomResource,
  metadata: MetadataOf,
  schema: unknown = { type: 'object', 'x-preserve-unknown-fields': true },
): KubernetesObject {
  const {
    group,
    version,
    otherVersions = [],
    plural,
    kind,
    namespaced,
  } = resource;
  const names = {
    plural,
    singular: kind.toLowerCase(),
    kind,
    listKind: `${kind}List`,
  };
  const itself = metadata('CustomResourceDefinition', `${plural}.${group}`, {
    generation: 1,
  });
  const condition = (type: string, reason: string) => ({
    type,
    status: 'True',
    reason,
    message: '',
    lastTransitionTime: itself.creationTimestamp,
  });
  return {
    metadata: itself,
    spec: {
      group,
      names,
      scope: namespaced ? 'Namespaced' : 'Cluster',
      versions: [version, ...otherVersions].map(name => ({
        name,
        served: true,
        storage: name === version,
        schema: { openAPIV3Schema: schema },
        subresources: { status: {} },
      })),
      conversion: { strategy: 'None' },
    },
    status: {
      conditions: [
        condition('NamesAccepted', 'NoConflicts'),
        condition('Established', 'InitialNamesAccepted'),
      ],
      acceptedNames: names,
      storedVersions: [version],
    },
  };
}

/**
 * Definitions as providers of cloud resources bring them by the hundred. They
 * share one schema, so that they are large on the wire and not in memory.
 */
export function manyCustomResourceDefinitions(
  { count, kilobytes }: { count: number; kilobytes: number },
  metadata: MetadataOf,
): KubernetesObject[] {
  const schema = largeSchema(kilobytes);
  return Array.from({ length: count }, (_, index) => {
    const number = String(index + 1).padStart(4, '0');
    return customResourceDefinition(
      {
        group: `aws${index % 40}.upbound.io`,
        version: 'v1beta1',
        plural: `resource${number}s`,
        kind: `Resource${number}`,
        namespaced: false,
      },
      metadata,
      schema,
    );
  });
}

/** With its property's name and type around it, a kilobyte. */
const DESCRIPTION =
  'The desired state of the remote resource, field by field as its provider takes it. '
    .repeat(12)
    .slice(0, 976);

function largeSchema(kilobytes: number): unknown {
  const properties = Array.from({ length: kilobytes }, (_, index) => [
    `field${index}`,
    { type: 'string', description: DESCRIPTION },
  ]);
  return { type: 'object', properties: Object.fromEntries(properties) };
}
