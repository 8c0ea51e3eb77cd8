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
  reservedBy,
  type NamespaceSpec,
  type VerdictReason,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import {
  applicationHolderOf,
  namespaceApplicationName,
} from '../applications/argocdNames';
import type { NamespaceRules } from '../config/types';
import type { FleetIndex } from '../ground/FleetIndex';
import type { RequestAsk } from '../ground/types';
import { deny } from '../verdictOf';

/** Whether the name may be had, and is there where it must be. */
export function namespaceNameReasons(
  key: string,
  { operation, spec }: RequestAsk<NamespaceSpec>,
  { fleet, rules }: { fleet: FleetIndex; rules: NamespaceRules },
): VerdictReason[] {
  const reserved = reservedBy(spec.name, rules.reservedNames);
  if (reserved !== undefined) {
    return [
      deny(
        'nameReserved',
        'name',
        `The name ${spec.name} is kept for the platform (${reserved}); it must be another one.`,
      ),
    ];
  }
  const there = fleet.namespace(key);
  if (operation === 'create') {
    return there
      ? [
          deny(
            'nameTaken',
            'name',
            `There is a namespace ${spec.name} on ${spec.cluster.name} already; it must have another name, or be on another cluster.`,
          ),
        ]
      : inArgocdReasons(spec, fleet);
  }
  if (!there) {
    return operation === 'delete'
      ? []
      : [
          deny(
            'notThere',
            'name',
            `There is no namespace ${spec.name} on ${spec.cluster.name}.`,
          ),
        ];
  }
  return operation !== 'adopt' && there.owner !== spec.owner
    ? [
        deny(
          'namespaceOfOthers',
          'owner',
          `The namespace ${spec.name} on ${spec.cluster.name} is of ${
            there.owner || 'nobody known'
          }, not of ${spec.owner}.`,
        ),
      ]
    : [];
}

/** An application of a team can be called in Argo CD as the namespace would be. */
function inArgocdReasons(
  { cluster, name }: NamespaceSpec,
  fleet: FleetIndex,
): VerdictReason[] {
  const called = namespaceApplicationName(name, cluster);
  const holder = applicationHolderOf(called, fleet);
  return holder === undefined
    ? []
    : [
        deny(
          'nameTakenInArgocd',
          'name',
          `On ${cluster.name} Argo CD would call it ${called}, as it calls ${holder}; it must have another name.`,
        ),
      ];
}
