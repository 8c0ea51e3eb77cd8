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

import type { RolloutSelection } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { Translate } from '../translation';

/** A filter by facets as a selection writes it: all pairs must hold. */
export function formatSelection(filter: Record<string, string[]>): string[] {
  const pairs = Object.entries(filter).flatMap(([key, values]) =>
    values.map(value => `${key}=${value}`),
  );
  return pairs.length ? [pairs.join(',')] : [];
}

/** Reads what {@link formatSelection} wrote; of several filters, the first. */
export function parseSelection(
  filters: string[] | undefined,
): Record<string, string[]> {
  const filter: Record<string, string[]> = {};
  for (const pair of filters?.[0]?.split(',') ?? []) {
    const at = pair.indexOf('=');
    if (at > 0) {
      const key = pair.slice(0, at);
      filter[key] = [...(filter[key] ?? []), pair.slice(at + 1)];
    }
  }
  return filter;
}

/** A selection in words. */
export function selectionText(
  selection: RolloutSelection,
  t: Translate,
): string {
  const { clusters = [], exclude = [], filter = [] } = selection;
  const parts = [
    ...filter,
    clusters.length > 0 &&
      t('plan.named', {
        clusters: t('rolloutAct.clusters', { count: clusters.length }),
      }),
    exclude.length > 0 &&
      t('plan.excluded', {
        clusters: t('rolloutAct.clusters', { count: exclude.length }),
      }),
  ].filter(Boolean);
  return filter.length + clusters.length === 0
    ? [t('plan.everything'), ...parts].join('; ')
    : parts.join('; ');
}
