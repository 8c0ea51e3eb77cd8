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

import { matchesSelector } from '../objects/matchesSelector';
import type { Webhook, WebhookRule } from '../objects/types';

/** What keeps an upgrade from going on when it cannot be made. */
export type Reach = 'pods' | 'nodes' | 'kube-system';

/** API groups that what runs in `kube-system` needs to come up. */
const SYSTEM_GROUPS = [
  '*',
  '',
  'apps',
  'batch',
  'coordination.k8s.io',
  'discovery.k8s.io',
];
/** Subresources on the way of a pod to its node, and off it. */
const POD_PARTS = ['', '*', 'binding', 'eviction', 'status'];
const NODE_PARTS = ['', '*', 'status'];

/**
 * Whether a webhook is asked about pods, nodes, or what is in `kube-system`.
 *
 * @param namespaces - labels by name; where they are not known, every
 *   namespace is taken to be selected
 */
export function webhookReach(
  { namespaceSelector = {}, rules = [] }: Webhook,
  namespaces: Map<string, Record<string, string>> | undefined,
): Reach[] {
  const selects = (labels: Record<string, string>) =>
    matchesSelector(namespaceSelector, labels);
  const selectsAny =
    !namespaces || [...namespaces.values()].some(labels => selects(labels));
  const selectsSystem =
    !namespaces ||
    selects(
      namespaces.get('kube-system') ?? {
        'kubernetes.io/metadata.name': 'kube-system',
      },
    );
  const changes = rules.filter(({ operations = [] }) =>
    operations.some(operation => ['*', 'CREATE', 'UPDATE'].includes(operation)),
  );
  const reach: Reach[] = [];
  if (
    selectsAny &&
    changes.some(
      rule => rule.scope !== 'Cluster' && covers(rule, 'pods', POD_PARTS),
    )
  ) {
    reach.push('pods');
  }
  if (
    changes.some(
      rule => rule.scope !== 'Namespaced' && covers(rule, 'nodes', NODE_PARTS),
    )
  ) {
    reach.push('nodes');
  }
  if (
    selectsSystem &&
    changes.some(
      ({ apiGroups = [], scope }) =>
        scope !== 'Cluster' &&
        apiGroups.some(group => SYSTEM_GROUPS.includes(group)),
    )
  ) {
    reach.push('kube-system');
  }
  return reach;
}

function covers(
  { apiGroups = [], resources = [] }: WebhookRule,
  resource: string,
  parts: string[],
): boolean {
  return (
    apiGroups.some(group => group === '' || group === '*') &&
    resources.some(text => {
      const [name, part = ''] = text.split('/');
      return (name === '*' || name === resource) && parts.includes(part);
    })
  );
}
