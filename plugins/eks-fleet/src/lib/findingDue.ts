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
  RiAlarmWarningLine,
  RiCalendarLine,
  RiTimerLine,
} from '@remixicon/react';
import type { PolicyFinding } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { StateLook } from '../states';

/** How near a due date is, and how that looks. */
export interface DueLook extends Pick<StateLook, 'icon' | 'tone'> {
  state: 'overdue' | 'soon' | 'later';
}

const SOON_MS = 7 * 86_400_000;
const LOOKS: Record<DueLook['state'], DueLook> = {
  overdue: { state: 'overdue', icon: RiAlarmWarningLine, tone: 'danger' },
  soon: { state: 'soon', icon: RiTimerLine, tone: 'warning' },
  later: { state: 'later', icon: RiCalendarLine, tone: 'neutral' },
};

/** How near the due date of a finding is; what is over or exempt has none. */
export function dueLook(
  finding: Pick<PolicyFinding, 'dueAt' | 'resolvedAt' | 'result'>,
  now: Date,
): DueLook | undefined {
  const due = Date.parse(finding.dueAt ?? '');
  if (Number.isNaN(due) || finding.resolvedAt || finding.result === 'exempt') {
    return undefined;
  }
  const left = due - now.getTime();
  if (left < 0) {
    return LOOKS.overdue;
  }
  return left <= SOON_MS ? LOOKS.soon : LOOKS.later;
}
