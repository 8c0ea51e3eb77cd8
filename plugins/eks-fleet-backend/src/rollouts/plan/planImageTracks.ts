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

import type { Nodegroup } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { minorOf } from '../../readiness/assess/versions';
import type { PlanConcern, PlanningCluster } from '../types';
import {
  compareImages,
  familyOf,
  familyOfRelease,
  kubernetesOf,
} from './NodeReleases';
import type { TrackContext } from './TrackContext';
import {
  nameOf,
  notObserved,
  toTracks,
  type TrackPlan,
  type TrackStep,
} from './trackPlan';

/** Node groups to another release of their image; the Kubernetes version stays. */
export function planImageTracks(
  { observations }: PlanningCluster,
  context: TrackContext,
): TrackPlan {
  const document = observations.nodegroups?.document;
  if (!document) {
    return notObserved('Its node groups were');
  }
  const { releaseVersion: asked = 'latest' } = context.change;
  const steps: TrackStep[] = [];
  const notes: string[] = [];
  const concerns: PlanConcern[] = [];
  let newer = 0;
  for (const nodegroup of document.nodegroups) {
    const release =
      asked === 'latest' ? context.releases.newestFor(nodegroup) : asked;
    const otherwise = whyNot(nodegroup, release);
    if (otherwise !== undefined) {
      notes.push(`The node group ${nameOf(nodegroup.name)} ${otherwise}`);
      continue;
    }
    const order = compareImages(nodegroup.releaseVersion ?? '', release!);
    if (order > 0) {
      newer++;
      notes.push(
        `The node group ${nameOf(nodegroup.name)} runs ${nameOf(
          nodegroup.releaseVersion,
        )}, which is newer`,
      );
    } else if (nodegroup.releaseVersion !== release) {
      steps.push({
        kind: 'nodegroup',
        name: nodegroup.name,
        from: nodegroup.releaseVersion,
        to: release!,
        releaseVersion: release,
      });
    }
  }
  for (const { name } of document.unreadable) {
    concerns.push({
      code: 'nodes.unreadable',
      severity: 'warning',
      message: `The node group ${nameOf(
        name,
      )} cannot be read, so it is not moved`,
    });
  }
  if (steps.length > 0) {
    return { tracks: toTracks(steps), concerns, notes };
  }
  if (newer > 0) {
    return { skip: { code: 'tooNew', reason: notes.join('; ') } };
  }
  const reason =
    document.nodegroups.length === 0
      ? 'It has no node groups'
      : ['No node group has to move', ...notes].join('; ');
  return { skip: { code: 'alreadyThere', reason } };
}

/** Why a node group does not get a release; whatever is left out fits. */
function whyNot(
  { amiType, version }: Nodegroup,
  release: string | undefined,
): string | undefined {
  const family = familyOf(amiType);
  if (!family) {
    return amiType === 'CUSTOM'
      ? 'has an image of its own: move it by its launch template'
      : 'has an image that is not known';
  }
  if (release === undefined) {
    return 'runs an image of which no release is known';
  }
  if (familyOfRelease(release) !== family) {
    return `has another kind of image than ${nameOf(release)}`;
  }
  const kubernetes = kubernetesOf(release);
  return kubernetes !== undefined && kubernetes !== minorOf(version)
    ? `runs ${nameOf(version)}, and ${nameOf(release)} is of ${kubernetes}`
    : undefined;
}
