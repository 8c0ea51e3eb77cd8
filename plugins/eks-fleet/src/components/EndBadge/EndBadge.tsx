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

import { RiTimerLine } from '@remixicon/react';
import { useNow } from '../../hooks/useNow';
import { useTranslation } from '../../hooks/useTranslation';
import {
  daysLeft,
  expiryState,
  EXPIRY_TONES,
  formatDate,
} from '../../lib/expiry';
import { StateBadge } from '../StateBadge';

/** How near the end of something is; not there where there is none. */
export function EndBadge(props: {
  /** The last day, in UTC. */
  day: string | undefined;
}) {
  const { day } = props;
  const t = useTranslation();
  const now = useNow(60);
  const state = expiryState(day, now);
  if (day === undefined || state === undefined) {
    return null;
  }
  const days = daysLeft(day, now) ?? 0;
  const date = formatDate(day) ?? day;
  return (
    <StateBadge
      look={{ icon: RiTimerLine, tone: EXPIRY_TONES[state] }}
      title={`${date} (UTC)`}
    >
      {state === 'later' ? date : endText(days, t)}
    </StateBadge>
  );
}

function endText(days: number, t: ReturnType<typeof useTranslation>): string {
  if (days === 0) {
    return t('expiring.today');
  }
  return days < 0
    ? t('expiring.past', { count: -days })
    : t('expiring.in', { count: days });
}
