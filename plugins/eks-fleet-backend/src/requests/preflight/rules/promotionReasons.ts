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
  applicationThingKey,
  teamOf,
  type ApplicationSpec,
  type VerdictReason,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { FleetIndex } from '../ground/FleetIndex';
import { deny, needsApproval } from '../verdictOf';

/** Whether what is promoted runs where it is said to come from. */
export function promotionReasons(
  { name, owner, promotedFrom }: ApplicationSpec,
  fleet: FleetIndex,
): VerdictReason[] {
  if (!promotedFrom) {
    return [];
  }
  const { environment, targetRevision } = promotedFrom;
  const from = fleet.application(
    applicationThingKey({
      team: teamOf(owner) ?? '',
      application: name,
      environment,
    }),
  );
  if (!from) {
    return [
      deny(
        'promotedFromNowhere',
        'promotedFrom.environment',
        `There is no application ${name} in ${environment} to promote.`,
      ),
    ];
  }
  const there = from.spec.source.targetRevision;
  return there === targetRevision
    ? []
    : [
        needsApproval(
          'promotedOther',
          'promotedFrom.targetRevision',
          `In ${environment} it is at ${there}, not at ${targetRevision}.`,
        ),
      ];
}
