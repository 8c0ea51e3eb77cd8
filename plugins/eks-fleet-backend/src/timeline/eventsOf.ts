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

import type {
  AddonsDocument,
  CapabilitiesDocument,
  ControlPlaneDocument,
  NodegroupsDocument,
  UpdatesDocument,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { ObservationChange } from '../collection/types';
import { controlPlaneEvents } from './controlPlaneEvents';
import { partEvents } from './partEvents';
import type { NewEvent } from './types';
import { updateEvents } from './updateEvents';

/** What a change of an observation means to people; mostly nothing. */
export function eventsOf(change: ObservationChange): NewEvent[] {
  const { after, at, before, cluster } = change;
  switch (change.kind) {
    case 'controlPlane':
      return controlPlaneEvents(
        before as ControlPlaneDocument | undefined,
        after as ControlPlaneDocument,
        at,
      );
    case 'updates':
      return updateEvents(after as UpdatesDocument, {
        at,
        createdAt: cluster.createdAt,
        first: before === undefined,
      });
    case 'nodegroups':
      return partEvents({
        kind: 'nodegroup',
        noun: 'Node group',
        source: 'EKS DescribeNodegroup',
        before: (before as NodegroupsDocument | undefined)?.nodegroups,
        after: (after as NodegroupsDocument).nodegroups.map(group => ({
          ...group,
          version: group.releaseVersion ?? group.version,
        })),
        unreadable: (after as NodegroupsDocument).unreadable,
        at,
      });
    case 'addons':
      return partEvents({
        kind: 'addon',
        noun: 'Add-on',
        source: 'EKS DescribeAddon',
        before: (before as AddonsDocument | undefined)?.addons,
        after: (after as AddonsDocument).addons,
        unreadable: (after as AddonsDocument).unreadable,
        at,
      });
    case 'capabilities':
      return partEvents({
        kind: 'capability',
        noun: 'Capability',
        source: 'EKS DescribeCapability',
        before: (before as CapabilitiesDocument | undefined)?.capabilities,
        after: (after as CapabilitiesDocument).capabilities,
        unreadable: (after as CapabilitiesDocument).unreadable,
        at,
      });
    default:
      return [];
  }
}
