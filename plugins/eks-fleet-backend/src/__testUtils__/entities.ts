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

import type { Entity } from '@backstage/catalog-model';
import { formatClusterArn } from '@eks-fleet/backstage-plugin-eks-fleet-common';

/** A discovered cluster's entity, as the catalog hands it out. */
export function clusterEntity(options: {
  name: string;
  accountId: string;
  region?: string;
  version?: string;
  status?: string;
  owner?: string;
  labels?: Record<string, string>;
  links?: Array<{ title?: string; url: string }>;
  supportType?: string;
  entityName?: string;
  provider?: string;
}): Entity {
  const { name, accountId, region = 'eu-west-1', provider = 'main' } = options;
  const location = `eks-fleet:${provider}/${accountId}/${region}`;
  const arn = formatClusterArn({
    partition: 'aws',
    region,
    accountId,
    clusterName: name,
  });
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: {
      name:
        options.entityName ?? `${name.toLowerCase()}-${accountId.slice(0, 4)}`,
      namespace: 'default',
      title: name,
      annotations: {
        'backstage.io/managed-by-location': location,
        'backstage.io/managed-by-origin-location': location,
        'amazonaws.com/account-id': accountId,
        'amazonaws.com/arn': arn,
        'eks-fleet.io/region': region,
        'eks-fleet.io/kubernetes-version': options.version ?? '1.34',
        'eks-fleet.io/platform-version': 'eks.7',
        'eks-fleet.io/status': options.status ?? 'ACTIVE',
        'eks-fleet.io/created-at': '2025-01-02T03:04:05Z',
        'eks-fleet.io/support-type': options.supportType ?? 'EXTENDED',
      },
      labels: options.labels,
      links: options.links,
    },
    spec: {
      type: 'kubernetes-cluster',
      owner: options.owner ?? 'group:default/platform',
    },
  };
}

/** An account's entity of our own discovery. */
export function accountEntity(accountId: string, title: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: {
      name: `aws-account-${accountId}`,
      namespace: 'default',
      title,
      annotations: {
        'backstage.io/managed-by-origin-location': 'eks-fleet:accounts',
        'amazonaws.com/account-id': accountId,
      },
    },
    spec: { type: 'aws-account', owner: 'group:default/platform' },
  };
}

/** A cluster that some other source registered, with any claims. */
export function foreignEntity(
  name: string,
  metadata: Record<string, unknown> = {},
): Entity {
  const { annotations, ...rest } = metadata;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: {
      name,
      namespace: 'default',
      annotations: {
        'backstage.io/managed-by-origin-location':
          'url:https://example.com/catalog-info.yaml',
        ...(annotations as object),
      },
      ...rest,
    },
    spec: { type: 'kubernetes-cluster', owner: 'group:default/strangers' },
  } as Entity;
}
