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

import type { DriftUncompared } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useTranslation } from '../../hooks/useTranslation';
import styles from './DriftPanel.module.css';

/** What Git says that nothing was held against: neither in order nor drift. */
export function UncomparedFields(props: { uncompared: DriftUncompared[] }) {
  const { uncompared } = props;
  const t = useTranslation();
  if (uncompared.length === 0) {
    return null;
  }
  return (
    <details className={styles.more}>
      <summary>{t('drift.uncompared', { count: uncompared.length })}</summary>
      <ul className={styles.list}>
        {uncompared.map(({ field, reason }) => (
          <li key={field}>{t(`drift.${reason}`, { field })}</li>
        ))}
      </ul>
    </details>
  );
}
