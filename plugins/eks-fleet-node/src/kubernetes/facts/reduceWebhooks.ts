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

import type { FailingWebhook } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { ListReducer } from '../client/types';
import { ownerFromLabels } from '../objects/ownerFromLabels';
import type { WebhookConfiguration } from '../objects/types';
import { webhookReach, type Reach } from './webhookReach';

/** A webhook that refuses what it cannot be asked about. */
export interface WebhookFacts {
  kind: FailingWebhook['kind'];
  configuration: string;
  name: string;
  reaches: Reach[];
  service: { namespace: string; name: string };
  timeoutSeconds?: number;
  owner?: string;
}

/**
 * Webhooks with `failurePolicy: Fail` that reach something and are served from
 * within the cluster. Those at a URL are of the control plane or of another
 * system: nothing here tells whether they are up.
 */
export function reduceWebhooks(
  kind: FailingWebhook['kind'],
  options: {
    namespaces: Map<string, Record<string, string>> | undefined;
    ownerLabels: readonly string[];
  },
): ListReducer<WebhookConfiguration, WebhookFacts[]> {
  const { namespaces, ownerLabels } = options;
  return {
    start: () => [],
    add: (facts, items) => {
      for (const { metadata, webhooks = [] } of items) {
        for (const webhook of webhooks) {
          const { clientConfig, failurePolicy = 'Fail', name = '' } = webhook;
          const { service } = clientConfig ?? {};
          const reaches = webhookReach(webhook, namespaces);
          if (failurePolicy === 'Fail' && service && reaches.length > 0) {
            const { namespace = '' } = service;
            facts.push({
              kind,
              configuration: metadata?.name ?? '',
              name,
              reaches,
              service: { namespace, name: service.name ?? '' },
              timeoutSeconds: webhook.timeoutSeconds,
              owner: ownerFromLabels(
                ownerLabels,
                metadata?.labels,
                namespaces?.get(namespace),
              ),
            });
          }
        }
      }
      return facts;
    },
  };
}
