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
  versionRank,
  type Update,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { TrackWork } from '@eks-fleet/backstage-plugin-eks-fleet-node';

/** An update of a part, and the cell that it was begun for. */
export type CloudUpdate = Update & {
  endsAt: number;
  fails: boolean;
  token: string;
  cellId: string;
};

/** A control plane or node group as it is, whatever anybody has recorded of it. */
export interface CloudPart {
  version: string;
  updates: CloudUpdate[];
}

type Name = Pick<TrackWork, 'cluster' | 'kind' | 'name'>;

export function keyOf({ cluster, kind, name }: Name): string {
  return `${cluster.arn}/${kind}/${name ?? ''}`;
}

export function underWay({ updates }: CloudPart): CloudUpdate | undefined {
  return updates.find(({ status }) => status === 'InProgress');
}

/** Ends what has come to its end. */
export function advance(part: CloudPart, now: number): void {
  for (const update of part.updates) {
    if (update.status === 'InProgress' && update.endsAt <= now) {
      update.status = update.fails ? 'Failed' : 'Successful';
      if (update.fails) {
        update.errors = [
          { code: 'PodEvictionFailure', message: 'a pod', resourceIds: [] },
        ];
      } else {
        part.version = update.parameters.Version;
      }
    }
  }
}

/** Why EKS would not begin it, as it says so; `undefined` where it would. */
export function refusalOf(
  { kind, to }: Pick<TrackWork, 'kind' | 'to'>,
  {
    blocked,
    controlPlane,
    nodes,
    part,
  }: {
    part: CloudPart;
    controlPlane: CloudPart;
    nodes: CloudPart;
    /** Whether insights of it stand against it. */
    blocked: boolean;
  },
): { code: string; message: string } | undefined {
  if (underWay(part) || underWay(controlPlane)) {
    return { code: 'ResourceInUseException', message: 'in use' };
  }
  const invalid = (message: string) => ({
    code: 'InvalidParameterException',
    message,
  });
  if (part.version === to) {
    return invalid(`It runs ${to}`);
  }
  if (kind === 'nodegroup') {
    return rank(to) > rank(controlPlane.version)
      ? invalid('Nodes newer than their control plane')
      : undefined;
  }
  if (Math.abs(rank(to) - rank(part.version)) !== 1) {
    return invalid('One minor at a time');
  }
  if (rank(nodes.version) > rank(to)) {
    return invalid('Its nodes are newer');
  }
  return blocked
    ? {
        code: 'InvalidStateException',
        message: 'An insight says that an API that goes is in use',
      }
    : undefined;
}

function rank(version: string): number {
  return versionRank(version);
}
