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

import type { PolicyFinding } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useNow } from '../../hooks/useNow';
import { useTranslation } from '../../hooks/useTranslation';
import { dueLook } from '../../lib/findingDue';
import { formatAge, formatDay, formatExact } from '../../lib/time';
import { StateBadge } from '../StateBadge';

/** Until when a finding may stay; not there where nobody set a date. */
export function DueBadge(props: {
  finding: Pick<PolicyFinding, 'dueAt' | 'resolvedAt' | 'result'>;
}) {
  const { dueAt } = props.finding;
  const t = useTranslation();
  const now = useNow(60);
  const look = dueLook(props.finding, now);
  return look && dueAt ? (
    <StateBadge look={look} title={formatExact(dueAt)}>
      {look.state === 'overdue'
        ? t('due.overdue', { age: formatAge(dueAt, now) ?? '' })
        : t('due.on', { date: formatDay(dueAt) ?? '' })}
    </StateBadge>
  ) : null;
}
