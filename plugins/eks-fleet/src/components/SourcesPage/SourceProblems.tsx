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

import { Text } from '@backstage/ui';
import type { Source } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useNow } from '../../hooks/useNow';
import { useTranslation } from '../../hooks/useTranslation';
import { observationKindText } from '../../lib/observationText';
import { sourceProblems, type SourceProblem } from '../../lib/sourceProblems';
import { formatAge, formatExact } from '../../lib/time';
import { sourceReasonKey, sourceStates } from '../../states';
import { StateBadge } from '../StateBadge';
import styles from './SourcePanel.module.css';

/** What is wrong with a source: which of its parts, why, and since when. */
export function SourceProblems(props: { source: Source }) {
  const { source } = props;
  const t = useTranslation();
  const problems = sourceProblems(source.parts);
  if (problems.length === 0) {
    return null;
  }
  return (
    <section className={styles.part}>
      <Text as="h4" variant="body-medium" weight="bold">
        {t('clusterSources.problems')}
      </Text>
      <ul className={styles.problems}>
        {problems.map(problem => (
          <li key={problem.kinds.join(' ')}>
            <Problem kind={source.kind} problem={problem} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Problem(props: { kind: string; problem: SourceProblem }) {
  const { kind, problem } = props;
  const { kinds, message, nextAttemptAt, observedAt, since, state } = problem;
  const t = useTranslation();
  const now = useNow();
  const look = sourceStates[state];
  const times = [
    { key: 'clusterSources.since', time: since },
    { key: 'clusterSources.lastSeen', time: observedAt },
    { key: 'clusterSources.next', time: nextAttemptAt },
  ] as const;
  return (
    <>
      <div>
        <StateBadge look={look}>{t(look.word)}</StateBadge>{' '}
        <strong>
          {kinds.map(part => observationKindText(part, t)).join(', ')}
        </strong>
      </div>
      <div>{t(sourceReasonKey(kind, state))}</div>
      {message && <div className={styles.message}>{message}</div>}
      <div className={styles.times}>
        {problem.unseen && <span>{t('clusterSources.neverSeen')}</span>}
        {times.map(({ key, time }) => {
          const age = formatAge(time, now);
          return age ? (
            <time key={key} dateTime={time} title={formatExact(time)}>
              {t(key, { age })}
            </time>
          ) : null;
        })}
      </div>
    </>
  );
}
