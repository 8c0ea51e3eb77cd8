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

import { Link, Text } from '@backstage/ui';
import type { DriftSource } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useNow } from '../../hooks/useNow';
import { useTranslation } from '../../hooks/useTranslation';
import { formatMoment } from '../../lib/rolloutTimes';
import styles from './DriftPanel.module.css';

const SHORT_SHA = 8;

/** The file that was read, and what of it is not understood. */
export function DriftSourceLine(props: { git: DriftSource }) {
  const { commit, isWhole, path, problems, readAt, url } = props.git;
  const t = useTranslation();
  const now = useNow(60);
  return (
    <>
      <Text as="p" variant="body-small" color="secondary">
        <Link href={url} target="_blank" rel="noopener noreferrer">
          {t('drift.file', { path, commit: commit.slice(0, SHORT_SHA) })}
        </Link>{' '}
        · {t('drift.readAt', { time: formatMoment(readAt, now) ?? '' })}
      </Text>
      {!isWhole && problems.length > 0 && (
        <details className={styles.more}>
          <summary>{t('drift.partly')}</summary>
          <ul className={styles.list}>
            {problems.map(problem => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
