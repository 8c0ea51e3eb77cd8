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

import { Alert } from '@backstage/ui';
import type { ObservationAge } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useNow } from '../../hooks/useNow';
import { useTranslation } from '../../hooks/useTranslation';
import {
  observationErrorText,
  observationKindText,
  observationProblems,
} from '../../lib/observationText';
import { formatAge, formatExact } from '../../lib/time';
import { observationAgeStates } from '../../states';
import { StateBadge } from '../StateBadge';
import styles from './BillOfMaterialsTab.module.css';

/** What could not be read of the cluster, why, and since when. */
export function ObservationProblems(props: { observations: ObservationAge[] }) {
  const t = useTranslation();
  const now = useNow();
  const problems = observationProblems(props.observations);
  if (problems.length === 0) {
    return null;
  }
  return (
    <Alert
      status="warning"
      icon
      title={t('bom.problems')}
      description={
        <ul className={styles.problems}>
          {problems.map(problem => {
            const look = observationAgeStates[problem.state];
            const { kinds, since } = problem;
            const age = formatAge(since, now);
            return (
              <li key={kinds.join(' ')} className={styles.problem}>
                <StateBadge look={look}>
                  {t('bom.problem', {
                    kind: kinds
                      .map(kind => observationKindText(kind, t))
                      .join(', '),
                    word: t(look.word),
                  })}
                </StateBadge>
                {observationErrorText(problem, t)}
                {age && (
                  <time
                    dateTime={since}
                    title={formatExact(since)}
                    className={styles.quiet}
                  >
                    {t('bom.problemSince', { age })}
                  </time>
                )}
              </li>
            );
          })}
        </ul>
      }
    />
  );
}
