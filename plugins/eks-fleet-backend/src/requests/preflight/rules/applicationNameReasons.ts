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
  ApplicationSpec,
  VerdictReason,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { applicationName, holderOf } from '../applications/argocdNames';
import type { FleetIndex } from '../ground/FleetIndex';
import type { KnownNamespace, RequestAsk } from '../ground/types';
import { deny } from '../verdictOf';

/** Whether the name may be had, and is there where it must be. */
export function applicationNameReasons(
  key: string,
  { operation, spec }: RequestAsk<ApplicationSpec>,
  { fleet, targets }: { fleet: FleetIndex; targets: readonly KnownNamespace[] },
): VerdictReason[] {
  const { environment, name } = spec;
  const there = fleet.application(key);
  switch (operation) {
    case 'create':
      return there
        ? [
            deny(
              'nameTaken',
              'name',
              `There is an application ${name} in ${environment} already; it must have another name, or be changed.`,
            ),
          ]
        : inArgocdReasons(key, spec, { fleet, targets });
    case 'change':
      if (!there || there.isGoing) {
        return [
          deny(
            'notThere',
            'name',
            there
              ? `The application ${name} in ${environment} is being taken away.`
              : `There is no application ${name} in ${environment}.`,
          ),
        ];
      }
      return inArgocdReasons(key, spec, { fleet, targets });
    case 'delete':
      return [];
    default:
      return [
        deny(
          'operationNotOffered',
          undefined,
          'An application can be asked for, changed and taken away, and nothing else.',
        ),
      ];
  }
}

/** What Argo CD calls so already would be taken from whoever has it. */
function inArgocdReasons(
  key: string,
  spec: ApplicationSpec,
  { fleet, targets }: { fleet: FleetIndex; targets: readonly KnownNamespace[] },
): VerdictReason[] {
  return targets.flatMap(({ cluster }) => {
    const name = applicationName(spec, cluster);
    const holder = holderOf(name, fleet);
    return holder === undefined || holder === key
      ? []
      : [
          deny(
            'nameTakenInArgocd',
            'name',
            `On ${cluster.name} Argo CD would call it ${name}, as it calls ${holder}; it must have another name.`,
          ),
        ];
  });
}
