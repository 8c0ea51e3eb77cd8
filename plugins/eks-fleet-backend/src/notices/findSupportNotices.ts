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

import {
  deepLink,
  fleetDeepLink,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { ClusterRecord } from '../inventory/types';
import { inDays } from '../summary/inDays';
import type { SupportCalendar } from '../versions/SupportCalendar';
import type { Notice } from './types';

const TOLD_DAYS_BEFORE = [7, 30, 60];

/** What the owner should be told of the end of a cluster's support, if anything. */
export function findSupportNotices(
  cluster: ClusterRecord,
  context: { calendar: SupportCalendar; portalPath?: string; now: Date },
): Notice[] {
  const { calendar, now, portalPath } = context;
  const { daysLeft, state } = calendar.support(
    cluster.partition,
    cluster.version,
    now,
  );
  const days = TOLD_DAYS_BEFORE.find(
    threshold =>
      daysLeft !== undefined && daysLeft >= 0 && daysLeft <= threshold,
  );
  if (
    days === undefined ||
    !cluster.owner ||
    (state !== 'standard' && state !== 'extended')
  ) {
    return [];
  }
  const { version } = cluster;
  const what = `${state} support of Kubernetes ${version} ends in ${inDays(
    daysLeft ?? 0,
  )}`;
  return [
    {
      scope: `eks-fleet/${cluster.entityRef}/support`,
      fingerprint: `${version}/${state}/${days}`,
      owner: cluster.owner,
      family: `support/${version}/${state}/${days}`,
      topic: 'support',
      severity: days === 7 ? 'high' : 'normal',
      clusterName: cluster.name,
      title: `${cluster.name}: ${what}`,
      description: whatThen(state, cluster),
      link: deepLink({ arn: cluster.arn, view: 'readiness' }, portalPath),
      together: {
        title: what,
        link: fleetDeepLink(
          'readiness',
          { tab: 'clusters', owner: cluster.owner, version },
          portalPath,
        ),
      },
    },
  ];
}

function whatThen(
  state: 'standard' | 'extended',
  { supportType }: ClusterRecord,
): string {
  return state === 'extended' || supportType === 'STANDARD'
    ? 'After that AWS upgrades the control plane by itself, at any time and without notice.'
    : 'After that the control plane is billed at the price of extended support.';
}
