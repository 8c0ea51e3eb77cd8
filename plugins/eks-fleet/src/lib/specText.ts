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

import type { RequestKind } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { Translate } from '../translation';
import { entityTitle } from './entityRefs';
import { namespaceFacts } from './namespaceText';
import type { SpecData } from './specChanges';
import { ending, fact, type SpecFact } from './specFact';

/**
 * A spec in words, as much of it as is told. It comes from people and Git, so
 * that nothing of it may be taken for granted.
 */
export function specFacts(
  t: Translate,
  kind: RequestKind,
  spec: SpecData,
): SpecFact[] {
  switch (kind) {
    case 'namespace':
      return told(namespaceFacts(t, spec));
    case 'cluster':
      return told(clusterFacts(t, spec));
    default:
      return told(applicationFacts(t, spec));
  }
}

interface ClusterWords {
  name?: string;
  accountId?: string;
  region?: string;
  environment?: string;
  owner?: string;
  kubernetesVersion?: string;
  compute?: {
    autoMode?: { nodePools?: string[] } | null;
    nodeGroups?: {
      name?: string;
      instanceTypes?: string[];
      minSize?: number;
      maxSize?: number;
    }[];
  };
  addons?: { name?: string; version?: string }[];
  upgradePolicy?: { supportType?: string };
  expiresOn?: string;
  deletionProtection?: boolean;
}

function clusterFacts(t: Translate, spec: SpecData): (SpecFact | undefined)[] {
  const words = spec as ClusterWords;
  const groups = (words.compute?.nodeGroups ?? []).map(group =>
    t('spec.nodeGroup', {
      name: group.name ?? '?',
      types: (group.instanceTypes ?? []).join(', '),
      least: `${group.minSize ?? '?'}`,
      most: `${group.maxSize ?? '?'}`,
    }),
  );
  return [
    fact(t('spec.cluster'), words.name),
    fact(
      t('spec.where'),
      [words.accountId, words.region, words.environment]
        .filter(Boolean)
        .join(' · '),
    ),
    fact(t('spec.owner'), words.owner && entityTitle(words.owner)),
    fact(t('spec.version'), words.kubernetesVersion),
    fact(
      t('spec.autoMode'),
      words.compute?.autoMode
        ? (words.compute.autoMode.nodePools ?? []).join(', ') ||
            t('spec.switchedOn')
        : undefined,
    ),
    fact(t('spec.nodeGroups'), groups.join('; ')),
    fact(
      t('spec.addons'),
      (words.addons ?? [])
        .map(({ name, version }) => [name, version].filter(Boolean).join(' '))
        .join(', '),
    ),
    fact(t('spec.support'), words.upgradePolicy?.supportType),
    fact(
      t('spec.deletionProtection'),
      words.deletionProtection === undefined
        ? undefined
        : t(words.deletionProtection ? 'spec.yes' : 'spec.no'),
    ),
    ending(t, words.expiresOn),
  ];
}

interface ApplicationWords {
  name?: string;
  owner?: string;
  environment?: string;
  namespace?: string;
  clusters?: 'all' | { name?: string }[];
  source?: {
    repoUrl?: string;
    path?: string;
    chart?: string;
    targetRevision?: string;
  };
  parameters?: Record<string, unknown>;
  syncPolicy?: { automated?: boolean; prune?: boolean };
  promotedFrom?: { environment?: string; targetRevision?: string };
  lifecycle?: string;
}

function applicationFacts(
  t: Translate,
  spec: SpecData,
): (SpecFact | undefined)[] {
  const words = spec as ApplicationWords;
  const { lifecycle, parameters, promotedFrom, source, syncPolicy } = words;
  return [
    fact(t('spec.application'), words.name),
    fact(t('spec.owner'), words.owner && entityTitle(words.owner)),
    fact(t('spec.environment'), words.environment),
    fact(t('spec.namespace'), words.namespace),
    fact(
      t('spec.clusters'),
      Array.isArray(words.clusters)
        ? words.clusters.map(({ name }) => name).join(', ')
        : words.clusters && t('spec.allClusters'),
    ),
    fact(
      t('spec.source'),
      [source?.repoUrl, source?.path ?? source?.chart, source?.targetRevision]
        .filter(Boolean)
        .join(' · '),
    ),
    fact(
      t('spec.parameters'),
      Object.entries(parameters ?? {})
        .map(([name, value]) => `${name}=${String(value)}`)
        .join(', '),
    ),
    fact(
      t('spec.sync'),
      [
        syncPolicy?.automated === false && t('spec.syncByHand'),
        syncPolicy?.prune === true && t('spec.syncPrunes'),
      ]
        .filter(Boolean)
        .join('; '),
    ),
    fact(
      t('spec.lifecycle'),
      lifecycle === 'deleting' ? t('spec.going') : undefined,
    ),
    fact(
      t('spec.promotedFrom'),
      [promotedFrom?.environment, promotedFrom?.targetRevision]
        .filter(Boolean)
        .join(' · '),
    ),
  ];
}

function told(facts: (SpecFact | undefined)[]): SpecFact[] {
  return facts.filter((each): each is SpecFact => each !== undefined);
}
