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

import type { Translate } from '../translation';
import { entityTitle } from './entityRefs';
import { destinationText } from './networkDraft';
import type { SpecData } from './specChanges';
import { ending, fact, type SpecFact } from './specFact';

interface NamespaceWords {
  name?: string;
  cluster?: { name?: string; accountId?: string; region?: string };
  environment?: string;
  owner?: string;
  costCenter?: string;
  podSecurity?: { level?: string };
  quota?: Record<string, string | number | undefined>;
  network?: {
    allowFromIngress?: boolean;
    allowToInternet?: boolean;
    allowFromNamespaces?: string[];
    allowToNamespaces?: string[];
    allowToCidrs?: { cidr: string; ports?: number[] }[];
  };
  access?: {
    kubernetesGroup?: string;
    principalArn?: string;
    level?: string;
  }[];
  podIdentityAssociations?: { serviceAccount?: string; roleArn?: string }[];
  project?: { sourceRepos?: string[] };
  expiresOn?: string;
}

/** What is wanted of a namespace, in words. */
export function namespaceFacts(
  t: Translate,
  spec: SpecData,
): (SpecFact | undefined)[] {
  const words = spec as NamespaceWords;
  const { access, cluster, network, quota } = words;
  return [
    fact(t('spec.namespace'), words.name),
    fact(
      t('spec.onCluster'),
      [cluster?.name, cluster?.accountId, cluster?.region]
        .filter(Boolean)
        .join(' · '),
    ),
    fact(t('spec.owner'), words.owner && entityTitle(words.owner)),
    fact(t('spec.environment'), words.environment),
    fact(t('spec.costCenter'), words.costCenter),
    fact(t('spec.quota'), quota && quotaText(t, quota)),
    ending(t, words.expiresOn),
    fact(
      t('spec.access'),
      (access ?? [])
        .map(({ kubernetesGroup, level, principalArn }) =>
          t('spec.mayDo', {
            who: kubernetesGroup ?? principalArn ?? '?',
            level: level ?? '?',
          }),
        )
        .join('; '),
    ),
    fact(t('spec.network'), network && networkText(t, network)),
    fact(t('spec.podSecurity'), words.podSecurity?.level),
    fact(t('spec.sourceRepos'), (words.project?.sourceRepos ?? []).join(', ')),
    fact(
      t('spec.podIdentity'),
      (words.podIdentityAssociations ?? [])
        .map(({ roleArn, serviceAccount }) => `${serviceAccount}: ${roleArn}`)
        .join('; '),
    ),
  ];
}

/** Such as `4 cores, 8Gi of memory, 20Gi of storage, 50 pods`. */
export function quotaText(
  t: Translate,
  quota: Record<string, string | number | undefined>,
): string {
  const { cpuRequests, loadBalancers, memoryLimits, memoryRequests } = quota;
  const { pods, storage } = quota;
  return [
    cpuRequests !== undefined && t('spec.cores', { amount: `${cpuRequests}` }),
    memoryRequests !== undefined &&
      t('spec.memory', { amount: `${memoryRequests}` }),
    memoryLimits !== undefined &&
      memoryLimits !== memoryRequests &&
      t('spec.memoryLimit', { amount: `${memoryLimits}` }),
    storage !== undefined &&
      storage !== '0' &&
      t('spec.storage', { amount: `${storage}` }),
    pods !== undefined && t('spec.pods', { amount: `${pods}` }),
    Number(loadBalancers) > 0 &&
      t('spec.loadBalancers', { count: Number(loadBalancers) }),
  ]
    .filter(Boolean)
    .join(', ');
}

function networkText(
  t: Translate,
  network: NonNullable<NamespaceWords['network']>,
): string {
  const from = [
    network.allowFromIngress && t('spec.ingress'),
    ...(network.allowFromNamespaces ?? []),
  ].filter(Boolean);
  const to = [
    network.allowToInternet && t('spec.internet'),
    ...(network.allowToNamespaces ?? []),
    ...(network.allowToCidrs ?? []).map(destinationText),
  ].filter(Boolean);
  return [
    t('spec.from', { what: from.join(', ') || t('spec.nothing') }),
    t('spec.to', { what: to.join(', ') || t('spec.onlyDns') }),
  ].join('; ');
}
