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

import type { PolicyException } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useNow } from '../../hooks/useNow';
import { useTranslation } from '../../hooks/useTranslation';
import { formatAge, formatDay, formatExact } from '../../lib/time';
import { exceptionStates } from '../../states';
import { StateBadge } from '../StateBadge';

/** How far an exception is from its end. */
export function ExceptionEnd(props: { exception: PolicyException }) {
  const { expiresAt, state } = props.exception;
  const t = useTranslation();
  const now = useNow(60);
  const look = exceptionStates[state];
  const end =
    state === 'active' ? formatDay(expiresAt) : formatAge(expiresAt, now);
  return (
    <StateBadge look={look} title={formatExact(expiresAt)}>
      {t(look.word)},{' '}
      {end && state === 'active'
        ? t('exceptions.until', { date: end })
        : end ?? t('exceptions.endless')}
    </StateBadge>
  );
}
