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

import type { AttentionItem } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { FleetLinks } from '../hooks/useFleetLinks';
import { targetStates } from '../states';
import type { Translate } from '../translation';
import { formatUsd } from './money';
import { formatAge } from './time';

/** Something that needs somebody, in words, with the way to it. */
export interface AttentionLine {
  text: string;
  href: string;
  action: string;
}

/** Words what needs attention. */
export function describeAttention(
  item: AttentionItem,
  context: { t: Translate; links: FleetLinks; now: Date },
): AttentionLine {
  const { t, links, now } = context;
  const { count, version = '?' } = item;
  const when = formatAge(item.dueAt, now) ?? '?';
  const filter = versionFilter(item);
  switch (item.code) {
    case 'forcedUpgrade':
      return {
        text: t('attention.forcedUpgrade', { count, version, when }),
        href: links.clusters({ filter: { ...filter, support: ['extended'] } }),
        action: t('attention.see'),
      };
    case 'unsupported':
      return {
        text: t('attention.unsupported', { count, version }),
        href: links.clusters({
          filter: { ...filter, support: ['unsupported'] },
        }),
        action: t('attention.see'),
      };
    case 'extendedSoon':
      return {
        text: join(
          ', ',
          t('attention.extendedSoon', { count, version, when }),
          item.costUsdPerMonth !== undefined &&
            t('attention.extendedSoonCost', {
              amount: formatUsd(item.costUsdPerMonth),
            }),
        ),
        href: links.clusters({ filter: { ...filter, support: ['standard'] } }),
        action: t('attention.see'),
      };
    case 'extendedCost':
      return {
        text: join(
          ': ',
          t('attention.extendedCost', { count }),
          item.costUsdPerMonth !== undefined &&
            t('attention.extendedCostAmount', {
              amount: formatUsd(item.costUsdPerMonth),
            }),
        ),
        href: links.clusters({
          filter: { ...filter, support: ['extended', 'unsupported'] },
        }),
        action: t('attention.see'),
      };
    case 'clusterFailed':
      return {
        text: t('attention.clusterFailed', { count }),
        href: links.clusters({ filter: { ...filter, status: ['FAILED'] } }),
        action: t('attention.see'),
      };
    case 'heldRemovals':
      return {
        text: t('attention.heldRemovals', { count }),
        href: links.sources(),
        action: t('attention.open'),
      };
    default:
      return describeFailingTarget(item, context);
  }
}

function describeFailingTarget(
  item: AttentionItem,
  context: { t: Translate; links: FleetLinks; now: Date },
): AttentionLine {
  const { t, links, now } = context;
  const state = item.error?.code ?? 'stale';
  const account =
    item.accountName && item.accountId
      ? `${item.accountName} (${item.accountId})`
      : item.accountName ?? item.accountId ?? '?';
  const since = formatAge(item.error?.since ?? item.since, now);
  const text = join(
    ' ',
    t('attention.targetFailing', {
      account,
      problem: t(targetStates[state].word),
    }),
    item.regions?.length
      ? t('attention.targetFailingRegions', {
          regions: item.regions.join(', '),
        })
      : undefined,
    since && t('attention.since', { age: since }),
  );
  return {
    text,
    href: links.sources(
      item.accountId
        ? { state: 'failing', q: item.accountId }
        : { state: 'failing' },
    ),
    action: t('attention.fix'),
  };
}

function versionFilter(item: AttentionItem): Record<string, string[]> {
  return item.version ? { version: [item.version] } : {};
}

function join(separator: string, ...parts: (string | false | undefined)[]) {
  return parts.filter(Boolean).join(separator);
}
