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

import type { WaveRule } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { PlanningCluster } from '../types';
import { nameOf } from './trackPlan';

/**
 * What of a cluster a rule goes by, as in `environment prod, tier=1`; nothing
 * for a cluster that it does not match.
 */
export function matchWave(
  { match }: WaveRule,
  cluster: PlanningCluster,
): string | undefined {
  const by: string[] = [];
  const { labels, environments, accounts, regions, clusters } = match ?? {};
  if (environments) {
    if (!environments.includes(cluster.environment ?? '')) {
      return undefined;
    }
    by.push(`environment ${nameOf(cluster.environment)}`);
  }
  for (const [key, asked] of Object.entries(labels ?? {})) {
    const value = labelOf(cluster, key);
    if (value === undefined || !valuesOf(asked).includes(value)) {
      return undefined;
    }
    by.push(`${nameOf(key)}=${nameOf(value)}`);
  }
  if (accounts) {
    if (!accounts.includes(cluster.accountId)) {
      return undefined;
    }
    by.push(`account ${cluster.accountId}`);
  }
  if (regions) {
    if (!regions.includes(cluster.region)) {
      return undefined;
    }
    by.push(`Region ${cluster.region}`);
  }
  if (clusters) {
    if (!clusters.includes(cluster.arn) && !clusters.includes(cluster.name)) {
      return undefined;
    }
    by.push('its name');
  }
  return by.length > 0 ? by.join(', ') : 'no condition';
}

/** Of a label's own, never of what every object has. */
export function labelOf(
  { labels }: Pick<PlanningCluster, 'labels'>,
  key: string,
): string | undefined {
  return Object.hasOwn(labels, key) ? labels[key] : undefined;
}

function valuesOf(asked: string): string[] {
  return asked.split(',').map(value => value.trim());
}
