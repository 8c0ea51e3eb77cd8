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

import type { ClusterObservation } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useTranslation } from '../../hooks/useTranslation';
import { formatAge, formatExact } from '../../lib/time';
import { observationStates } from '../../states';
import { StateBadge } from '../StateBadge';

/** How old what is shown is, with a mark where it is not what it should be. */
export function SeenCell(props: {
  observation: ClusterObservation;
  now: Date;
}) {
  const { observation, now } = props;
  const t = useTranslation();
  const look = observationStates[observation.state];
  const age = formatAge(observation.observedAt, now);
  const exact = formatExact(observation.observedAt);
  if (observation.state === 'fresh') {
    return (
      <time dateTime={observation.observedAt} title={exact}>
        {age ?? '–'}
      </time>
    );
  }
  const word = t(look.word);
  return (
    <StateBadge
      look={look}
      title={[word, observation.error?.message, exact]
        .filter(Boolean)
        .join('. ')}
    >
      {observation.state === 'stale' && age ? age : word}
    </StateBadge>
  );
}
