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

import type { DriftDifference } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useNow } from '../../hooks/useNow';
import { useTranslation } from '../../hooks/useTranslation';
import { formatMoment } from '../../lib/rolloutTimes';
import { DataTable } from '../DataTable';
import { Moment } from '../Moment';
import styles from './DriftPanel.module.css';

/** What differs: in Git and in EKS, side by side. */
export function DriftTable(props: { differences: DriftDifference[] }) {
  const t = useTranslation();
  return (
    <DataTable label={t('drift.table')}>
      <thead>
        <tr>
          <th scope="col">{t('drift.field')}</th>
          <th scope="col">{t('drift.inGit')}</th>
          <th scope="col">{t('drift.inEks')}</th>
          <th scope="col">{t('drift.seen')}</th>
        </tr>
      </thead>
      <tbody>
        {props.differences.map(difference => (
          <DriftRow key={difference.field} difference={difference} />
        ))}
      </tbody>
    </DataTable>
  );
}

function DriftRow(props: { difference: DriftDifference }) {
  const { changedAt, explainedBy, field, inEks, inGit, since } =
    props.difference;
  const t = useTranslation();
  const now = useNow(60);
  return (
    <tr>
      <th scope="row">
        <span className={styles.field}>{field}</span>
        {explainedBy && (
          <span className={styles.quiet}>
            {t(`driftExplanation.${explainedBy}`)}
          </span>
        )}
      </th>
      <td className={styles.value}>{inGit ?? t('drift.nothing')}</td>
      <td className={styles.value}>{inEks ?? t('drift.nothing')}</td>
      <td>
        <Moment time={since} />
        {changedAt && (
          <span className={styles.quiet}>
            {t('drift.changedAt', { time: formatMoment(changedAt, now) ?? '' })}
          </span>
        )}
      </td>
    </tr>
  );
}
