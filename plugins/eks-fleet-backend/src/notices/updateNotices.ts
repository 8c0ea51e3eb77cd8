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
  type UpdatesDocument,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { ObservationChange } from '../collection/types';
import type { ClusterRecord } from '../inventory/types';
import type { Notice } from './types';

/** Failed updates that were not there at the last look. The first look tells none. */
export function updateNotices(
  change: ObservationChange,
  cluster: ClusterRecord,
  portalPath?: string,
): Notice[] {
  const before = change.before as UpdatesDocument | undefined;
  if (change.kind !== 'updates' || !before || !cluster.owner) {
    return [];
  }
  const known = new Set(
    before.updates
      .filter(({ status }) => status === 'Failed')
      .map(({ id }) => id),
  );
  return (change.after as UpdatesDocument).updates
    .filter(({ id, status }) => status === 'Failed' && !known.has(id))
    .map(update => {
      const subject =
        update.nodegroup ?? update.addon ?? update.capability ?? 'the cluster';
      const what = inWords(update.type);
      return {
        scope: `eks-fleet/${cluster.entityRef}/update/${subject}`.slice(0, 400),
        fingerprint: update.id,
        owner: cluster.owner,
        family: `update/${update.type}`,
        topic: 'update',
        severity: 'high',
        clusterName: cluster.name,
        title: `${cluster.name}: ${what} of ${subject} failed`,
        description: update.errors
          .map(({ code, message }) => `${code}: ${message}`)
          .join('; ')
          .slice(0, 1000),
        link: deepLink({ arn: cluster.arn, view: 'timeline' }, portalPath),
        together: {
          title: `${what} failed`,
          link: fleetDeepLink('clusters', { owner: cluster.owner }, portalPath),
        },
      } satisfies Notice;
    });
}

/** `VersionUpdate`, as EKS has it, is a version update. */
function inWords(type: string): string {
  return type.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase();
}
