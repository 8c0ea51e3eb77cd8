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
  type ReadinessFinding,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { ReadinessSubject } from '../readiness/ReadinessListener';
import type { Notice } from './types';

/**
 * New blockers of the next minor version, for the cluster's owner: whom the
 * workloads of a cluster name as theirs is only what the cluster says.
 */
export function blockerNotices(
  cluster: ReadinessSubject,
  blockers: ReadinessFinding[],
  options: { target: string; portalPath?: string },
): Notice[] {
  const { portalPath, target } = options;
  const { arn, entityRef, name, owner } = cluster;
  if (!owner) {
    return [];
  }
  return blockers.map(({ causeKey, fix, key, message }) => ({
    scope: `eks-fleet/${entityRef}/blocker/${key}`.slice(0, 400),
    fingerprint: key,
    owner,
    family: `blocker/${causeKey}`,
    topic: 'blocker',
    severity: 'normal',
    clusterName: name,
    title: `${name} cannot move to Kubernetes ${target}`,
    description: [message, fix].filter(Boolean).join(' ').slice(0, 1000),
    link: deepLink({ arn, view: 'readiness' }, portalPath),
    together: {
      title: message.slice(0, 200),
      link: fleetDeepLink('readiness', { owner, cause: causeKey }, portalPath),
    },
  }));
}
