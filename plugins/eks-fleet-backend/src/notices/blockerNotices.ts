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
  type ReadinessFinding,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { ReadinessSubject } from '../readiness/ReadinessListener';
import type { Notice } from './types';

/** New blockers of the next minor version. */
export function blockerNotices(
  cluster: ReadinessSubject,
  blockers: Array<
    Pick<ReadinessFinding, 'causeKey' | 'fix' | 'key' | 'message' | 'owner'>
  >,
  options: { target: string; portalPath?: string },
): Notice[] {
  const { portalPath, target } = options;
  return blockers.flatMap(finding => {
    const owner = finding.owner ?? cluster.owner;
    return owner
      ? [
          {
            scope:
              `eks-fleet/${cluster.entityRef}/blocker/${finding.key}`.slice(
                0,
                400,
              ),
            fingerprint: finding.key,
            owner,
            family: `blocker/${finding.causeKey}`,
            topic: 'blocker',
            severity: 'normal',
            clusterName: cluster.name,
            title: `${cluster.name} cannot move to Kubernetes ${target}`,
            description: [finding.message, finding.fix]
              .filter(Boolean)
              .join(' ')
              .slice(0, 1000),
            link: deepLink({ arn: cluster.arn, view: 'readiness' }, portalPath),
            together: {
              title: finding.message.slice(0, 200),
              link: `${
                portalPath ?? '/eks-fleet'
              }/readiness?cause=${encodeURIComponent(finding.causeKey)}`,
            },
          } satisfies Notice,
        ]
      : [];
  });
}
