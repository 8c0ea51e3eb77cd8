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

import type { Waiver } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { Translate } from '../translation';
import { entityTitle } from './entityRefs';
import { formatDay } from './time';

/** Who agreed to go on in spite of a finding, until when and why. */
export function waiverText(t: Translate, waiver: Waiver): string {
  return t(
    waiver.active
      ? 'clusterReadiness.waivedUntil'
      : 'clusterReadiness.waiverEnded',
    {
      by: entityTitle(waiver.by),
      date: formatDay(waiver.until) ?? '?',
      reason: waiver.reason,
    },
  );
}
