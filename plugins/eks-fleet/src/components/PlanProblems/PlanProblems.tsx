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

import { RiAlertLine, RiCloseCircleLine } from '@remixicon/react';
import { VisuallyHidden } from '@backstage/ui';
import {
  parseClusterArn,
  type PlanProblem,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useTranslation } from '../../hooks/useTranslation';
import type { Translate } from '../../translation';
import styles from './PlanProblems.module.css';

/** How many clusters are named. */
const NAMED = 3;
const ICONS = { error: RiCloseCircleLine, warning: RiAlertLine };

/** What is wrong with a plan, errors first. */
export function PlanProblems(props: { problems: PlanProblem[] }) {
  const t = useTranslation();
  const problems = [...props.problems].sort((a, b) =>
    a.severity.localeCompare(b.severity),
  );
  return (
    <ul className={styles.problems} aria-label={t('plan.problems')}>
      {problems.map((problem, index) => {
        const Icon = ICONS[problem.severity];
        return (
          <li key={index} className={styles.problem}>
            <Icon
              size={16}
              aria-hidden
              className={styles.icon}
              data-severity={problem.severity}
            />
            <span>
              <VisuallyHidden>
                {problem.severity === 'error'
                  ? t('plan.error')
                  : t('plan.warning')}
                :{' '}
              </VisuallyHidden>
              {problem.message}{' '}
              <span className={styles.about}>{about(problem, t)}</span>{' '}
              <code className={styles.code}>{problem.code}</code>
            </span>
          </li>
        );
      })}
    </ul>
  );
}

/** The clusters that a problem is about, where its words do not name them. */
function about({ clusters = [], message }: PlanProblem, t: Translate): string {
  const names = clusters
    .map(arn => parseClusterArn(arn)?.clusterName ?? arn)
    .filter(name => !message.includes(name));
  const first = names.slice(0, NAMED).join(', ');
  return names.length > NAMED
    ? t('plan.aboutMore', { names: first, more: `${names.length - NAMED}` })
    : first;
}
