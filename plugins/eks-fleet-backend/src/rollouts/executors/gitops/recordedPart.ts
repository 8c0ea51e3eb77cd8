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

import type { Update } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { TrackWork } from '@eks-fleet/backstage-plugin-eks-fleet-node';
import type { ClusterObservations } from '../../../collection/types';
import { isMinor } from './planHop';
import type { PartLook } from './types';

type Part = Pick<TrackWork, 'kind' | 'name' | 'to'>;

/** How a part of a cluster was when it was last observed. Pure. */
export function recordedPart(
  part: Part,
  observed: ClusterObservations,
): PartLook {
  const found = findPart(part, observed);
  if (found?.now === undefined) {
    return { kind: 'unseen' };
  }
  return {
    kind: 'seen',
    now: found.now,
    isChanging: found.status === 'UPDATING',
  };
}

function findPart(
  { kind, name, to }: Part,
  { addons, controlPlane, nodegroups }: ClusterObservations,
): { now?: string; status?: string } | undefined {
  switch (kind) {
    case 'controlPlane':
      return {
        now: controlPlane?.document?.version,
        status: controlPlane?.document?.status,
      };
    case 'addon': {
      const addon = addons?.document?.addons.find(each => each.name === name);
      return { now: addon?.version, status: addon?.status };
    }
    default: {
      const group = nodegroups?.document?.nodegroups.find(
        each => each.name === name,
      );
      return {
        now: isMinor(to) ? group?.version : group?.releaseVersion,
        status: group?.status,
      };
    }
  }
}

/**
 * The newest update of a part, where it has failed since a time; `undefined`
 * where another one was begun after it. Pure.
 */
export function failedUpdate(
  { kind, name }: Part,
  { updates }: ClusterObservations,
  since: string | undefined,
): { code: string; message: string; resourceIds: string[] } | undefined {
  if (since === undefined) {
    return undefined;
  }
  const newest = updates?.document?.updates.find(
    update =>
      isOf(update, kind, name) &&
      Date.parse(update.createdAt ?? '') >= Date.parse(since),
  );
  if (newest?.status !== 'Failed' && newest?.status !== 'Cancelled') {
    return undefined;
  }
  const [error] = newest.errors;
  return {
    code: error?.code ?? newest.status,
    message: error?.message ?? `EKS ended the update ${newest.id}`,
    resourceIds: error?.resourceIds ?? [],
  };
}

function isOf(
  { addon, capability, nodegroup, type }: Update,
  kind: Part['kind'],
  name: string | undefined,
): boolean {
  switch (kind) {
    case 'controlPlane':
      return !addon && !nodegroup && !capability && type === 'VersionUpdate';
    case 'addon':
      return addon === name;
    default:
      return nodegroup === name && type === 'VersionUpdate';
  }
}
