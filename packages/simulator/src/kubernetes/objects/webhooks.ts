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

import type { WebhookSpec } from '../../model/kubernetesStory';
import type { KubernetesObject, MetadataOf } from './KubernetesObject';

/** PEM of nobody, in base64; API servers check it, readers do not. */
const CA_BUNDLE = Buffer.from(
  '-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----\n',
).toString('base64');

/** The configurations of one kind, each with its webhooks. */
export function webhookConfigurations(
  kind: 'Mutating' | 'Validating',
  specs: WebhookSpec[],
  metadata: MetadataOf,
): KubernetesObject[] {
  const names = new Set(
    specs
      .filter(spec => (spec.kind ?? 'Validating') === kind)
      .map(({ configuration }) => configuration),
  );
  return [...names].map(name => {
    const members = specs.filter(
      spec =>
        spec.configuration === name && (spec.kind ?? 'Validating') === kind,
    );
    return {
      metadata: metadata(`${kind}WebhookConfiguration`, name, {
        labels: members[0].labels,
        generation: 1,
      }),
      webhooks: members.map(spec => webhook(kind, spec)),
    };
  });
}

function webhook(kind: 'Mutating' | 'Validating', spec: WebhookSpec) {
  return {
    name: spec.name,
    admissionReviewVersions: ['v1'],
    clientConfig: spec.url
      ? { url: spec.url, caBundle: CA_BUNDLE }
      : {
          service: { port: 443, path: '/', ...spec.service },
          caBundle: CA_BUNDLE,
        },
    rules: (spec.resources ?? ['pods']).map(resource => {
      const [name, ...group] = resource.split('.');
      return {
        apiGroups: [name === '*' ? '*' : group.join('.')],
        apiVersions: ['*'],
        operations: spec.operations ?? ['CREATE', 'UPDATE'],
        resources: [name],
        scope: '*',
      };
    }),
    failurePolicy: spec.failurePolicy ?? 'Fail',
    matchPolicy: 'Equivalent',
    namespaceSelector: namespaceSelector(spec),
    objectSelector: {},
    sideEffects: 'None',
    timeoutSeconds: spec.timeoutSeconds ?? 10,
    ...(kind === 'Mutating' && { reinvocationPolicy: 'Never' }),
  };
}

function namespaceSelector({ namespaceLabels, exceptNamespaces }: WebhookSpec) {
  return {
    ...(namespaceLabels && { matchLabels: namespaceLabels }),
    ...(exceptNamespaces && {
      matchExpressions: [
        {
          key: 'kubernetes.io/metadata.name',
          operator: 'NotIn',
          values: exceptNamespaces,
        },
      ],
    }),
  };
}
