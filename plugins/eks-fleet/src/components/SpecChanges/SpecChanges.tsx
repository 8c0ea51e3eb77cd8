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
import { useTranslation } from '../../hooks/useTranslation';
import type { SpecChange } from '../../lib/specChanges';
import { DataTable } from '../DataTable';
import styles from './SpecChanges.module.css';

/** Fields that are otherwise than they were. */
export function SpecChanges(props: {
  changes: SpecChange[];
  /** What stands above the values of before, and of after. */
  beforeWord: string;
  afterWord: string;
}) {
  const { afterWord, beforeWord, changes } = props;
  const t = useTranslation();
  if (changes.length === 0) {
    return (
      <Text as="p" color="secondary">
        {t('request.sameAsBefore')}
      </Text>
    );
  }
  const none = <span className={styles.none}>{t('request.notSet')}</span>;
  return (
    <DataTable label={t('request.changes')}>
      <thead>
        <tr>
          <th scope="col">{t('request.field')}</th>
          <th scope="col">{beforeWord}</th>
          <th scope="col">{afterWord}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map(({ after, before, field }) => (
          <tr key={field}>
            <th scope="row">
              <code>{field}</code>
            </th>
            <td className={styles.value}>
              {before === undefined ? none : <del>{before}</del>}
            </td>
            <td className={styles.value}>
              {after === undefined ? none : <ins>{after}</ins>}
            </td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
