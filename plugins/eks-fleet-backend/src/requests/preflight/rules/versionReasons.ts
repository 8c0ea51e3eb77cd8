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
  arnPartition,
  controlPlaneCost,
  type ClusterSpec,
  type VerdictReason,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { PreflightGround } from '../ground/types';
import { deny, needsApproval, note } from '../verdictOf';
import { anyOf, counted, usd } from '../words';

/** From then on somebody who asks for a version should know that it ends. */
const SOON_DAYS = 90;
const FIELD = 'kubernetesVersion';

type Ground = Pick<PreflightGround, 'calendar' | 'now' | 'prices'>;

/** Whether EKS still supports the version as part of the price. */
export function versionReasons(
  spec: Pick<ClusterSpec, 'kubernetesVersion' | 'region'>,
  ground: Ground,
): VerdictReason[] {
  const { calendar, now, prices } = ground;
  const partition = arnPartition(spec.region);
  const version = spec.kubernetesVersion;
  const support = calendar.support(partition, version, now);
  const right = `choose ${anyOf(inStandardSupport(partition, ground))}`;
  switch (support.state) {
    case 'standard': {
      const { daysLeft = Infinity, endOfStandardSupport } = support;
      return daysLeft > SOON_DAYS
        ? []
        : [
            note(
              'versionEndsSoon',
              FIELD,
              `Standard support of Kubernetes ${version} ends on ${day(
                endOfStandardSupport,
              )}, in ${counted(daysLeft, 'day')}.`,
            ),
          ];
    }
    case 'extended': {
      const added = controlPlaneCost('extended', prices.controlPlane);
      return [
        needsApproval(
          'versionInExtendedSupport',
          FIELD,
          `Kubernetes ${version} is in extended support since ${day(
            support.endOfStandardSupport,
          )}, which costs ${usd(
            added.extendedSupportUsdPerMonth,
          )} a month more for each control plane; ${right}.`,
        ),
      ];
    }
    case 'unsupported':
      return [
        deny(
          'versionUnsupported',
          FIELD,
          `EKS does not support Kubernetes ${version} any more, since ${day(
            support.endOfExtendedSupport,
          )}; ${right}.`,
        ),
      ];
    default:
      return [unknownVersion(partition, version, right, ground)];
  }
}

function unknownVersion(
  partition: string,
  version: string,
  right: string,
  { calendar }: Ground,
): VerdictReason {
  return calendar.observedAt(partition) && !calendar.dates(partition, version)
    ? deny(
        'versionNotOffered',
        FIELD,
        `EKS does not offer Kubernetes ${version}; ${right}.`,
      )
    : needsApproval(
        'versionUnread',
        FIELD,
        `When the support of Kubernetes ${version} ends is not known here; ${right}.`,
      );
}

/** The newest first. */
function inStandardSupport(partition: string, ground: Ground): string[] {
  const { calendar, now } = ground;
  return calendar
    .versions(partition)
    .map(({ version }) => version)
    .filter(
      version => calendar.support(partition, version, now).state === 'standard',
    )
    .reverse();
}

function day(date: string | undefined): string {
  return date?.slice(0, 10) ?? 'an unknown day';
}
