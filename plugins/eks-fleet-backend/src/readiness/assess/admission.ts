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
import type { Finding } from '../types';
import type { AssessmentContext, Rule } from './context';
import { createFinding, evidenceOf } from './findings';

const KIND = 'kubernetesAdmission';

/** What can keep pods and nodes from coming up, or the API from answering. */
export const findAdmission: Rule = context => {
  const document = context.documents.kubernetesAdmission;
  if (!document || context.hops.length === 0) {
    return [];
  }
  return [
    ...document.webhooks.map(webhook => describeWebhook(context, webhook)),
    ...document.apiServices.map(({ name, service, reason, message, since }) =>
      createFinding(context, {
        code: 'api-service-unavailable',
        about: [name],
        severity: 'warning',
        title: `API ${name} is not available`,
        message: `The API ${name} is not available${
          reason ? ` (${reason})` : ''
        }; deletions and discovery wait for it`,
        subject: { kind: 'apiService', name },
        evidence: evidenceOf(context, KIND, {
          service,
          reason,
          message,
          since,
        }),
        fix: 'Bring its service back, or remove the APIService where nothing serves it any more.',
      }),
    ),
  ];
};

function describeWebhook(
  context: AssessmentContext,
  webhook: FailingWebhook,
): Finding {
  const { name, configuration, readyEndpoints, endpointNodes } = webhook;
  const down = readyEndpoints === 0;
  const reach = webhook.reaches.join(', ');
  return createFinding(context, {
    code: 'webhook-fragile',
    about: [configuration, name],
    severity: down ? 'blocking' : 'warning',
    title: down
      ? `Webhook ${name} answers nobody`
      : `Webhook ${name} hangs on one node`,
    message: down
      ? `The webhook ${name} has no ready endpoint and refuses what it cannot ask about: no ${reach} come up`
      : `The webhook ${name} refuses what it cannot ask about (${reach}) and ${standing(
          webhook,
        )}: draining it can keep pods from coming up again`,
    subject: { kind: 'webhook', name: `${configuration}/${name}` },
    evidence: evidenceOf(context, KIND, {
      kind: webhook.kind,
      service: webhook.service,
      url: webhook.url,
      readyEndpoints,
      nodes: endpointNodes,
      timeoutSeconds: webhook.timeoutSeconds,
    }),
    owner: webhook.owner,
    fix: 'Run two replicas on different nodes, leave kube-system out, or set failurePolicy: Ignore.',
  });
}

function standing({ readyEndpoints, endpointNodes, url }: FailingWebhook) {
  if (readyEndpoints === undefined) {
    return url
      ? 'is served from outside, where nobody can count its endpoints'
      : 'nobody knows how many endpoints it has';
  }
  return readyEndpoints === 1
    ? 'has one ready endpoint'
    : `has ${readyEndpoints} ready endpoints on ${endpointNodes ?? 1} node`;
}
