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

import type { ObservationAge } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useNow } from '../../hooks/useNow';
import { useTranslation } from '../../hooks/useTranslation';
import { observationErrorText } from '../../lib/observationText';
import { formatAge, formatExact } from '../../lib/time';
import { observationAgeStates } from '../../states';
import { StateBadge } from '../StateBadge';

/** How old an observation is, with a mark where it is not what it should be. */
export function ObservationCell(props: { observation: ObservationAge }) {
  const { observation } = props;
  const { state, observedAt, source } = observation;
  const t = useTranslation();
  const now = useNow();
  const age = formatAge(observedAt, now);
  const look = observationAgeStates[state];
  const hint = [
    t(look.word),
    observationErrorText(observation, t),
    source && t(`observationSource.${source}`),
    formatExact(observedAt),
  ]
    .filter(Boolean)
    .join('. ');
  return state === 'fresh' && age ? (
    <time dateTime={observedAt} title={hint}>
      {age}
    </time>
  ) : (
    <StateBadge look={look} title={hint}>
      {age ? `${t(look.word)}, ${age}` : t(look.word)}
    </StateBadge>
  );
}
