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
  FailingWebhook,
  KubernetesAdmissionDocument,
  UnavailableApiService,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { definedOnly } from './definedOnly';
import type { EndpointFacts } from './reduceEndpoints';
import type { WebhookFacts } from './reduceWebhooks';

const MAX_ITEMS = 2000;

/** What admission is described from. */
export interface AdmissionFacts {
  webhooks: WebhookFacts[];
  /** By `<namespace>/<name>` of the service. */
  endpoints: Map<string, EndpointFacts>;
  apiServices: UnavailableApiService[];
}

/** Webhooks that one node's loss can take away, and APIs that are away. */
export function describeAdmission(
  facts: AdmissionFacts,
): KubernetesAdmissionDocument {
  const { webhooks, endpoints, apiServices } = facts;
  return {
    webhooks: webhooks
      .map((webhook): FailingWebhook => {
        const { service, ...rest } = webhook;
        const key = `${service.namespace}/${service.name}`;
        const found = endpoints.get(key);
        return definedOnly({
          ...rest,
          service: key,
          readyEndpoints: found?.ready.size ?? 0,
          endpointNodes: found?.nodes.size ?? 0,
        });
      })
      .filter(({ endpointNodes = 0 }) => endpointNodes < 2)
      .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
      .slice(0, MAX_ITEMS),
    checkedWebhooks: webhooks.length,
    apiServices: [...apiServices]
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .slice(0, MAX_ITEMS),
  };
}

function keyOf({ kind, configuration, name }: FailingWebhook): string {
  return `${kind}/${configuration}/${name}`;
}
