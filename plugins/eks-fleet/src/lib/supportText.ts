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
  supportAt,
  type Cluster,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { supportStates } from '../states';
import type { Translate } from '../translation';
import { formatDay } from './time';

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Support in the few letters of a badge: `standard 140 d`, or with a minus the
 * days since standard (`extended −23 d`) or all support (`unsupported −5 d`)
 * ended.
 */
export function supportBadge(
  support: Cluster['support'],
  now: Date,
  t: Translate,
): string {
  const word = t(supportStates[support.state].word);
  const days = supportDays(support, now);
  return days === undefined
    ? word
    : t('clusters.supportDays', { state: word, days: signed(days) });
}

/** The same in a sentence with dates. */
export function supportSentence(
  support: Cluster['support'],
  t: Translate,
): string | undefined {
  const standard = formatDay(support.endOfStandardSupport);
  const extended = formatDay(support.endOfExtendedSupport);
  switch (support.state) {
    case 'standard':
      return standard && t('clusters.supportUntil', { date: standard });
    case 'extended':
      return (
        extended &&
        t('clusters.supportExtended', { from: standard ?? '?', to: extended })
      );
    case 'unsupported':
      return extended && t('clusters.supportPast', { date: extended });
    default:
      return undefined;
  }
}

/** Whole days until standard support ends, or since the last support ended. */
export function supportDays(
  support: Cluster['support'],
  now: Date,
): number | undefined {
  switch (support.state) {
    case 'extended':
      return daysSince(support.endOfStandardSupport, now);
    case 'unsupported':
      return daysSince(support.endOfExtendedSupport, now);
    default:
      return supportAt(support, now).daysLeft;
  }
}

/** As a negative number. */
function daysSince(day: string | undefined, now: Date): number | undefined {
  const time = Date.parse(day ?? '');
  return Number.isNaN(time)
    ? undefined
    : -Math.floor((now.getTime() - time) / DAY_MS);
}

function signed(days: number): string {
  return days < 0 ? `−${-days}` : `${days}`;
}
