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
import styles from './DriftPanel.module.css';

/** Differences that a way out leaves, each with why. */
export function LeftFields(props: {
  left: Array<{ field: string; reason: string }>;
}) {
  const { left } = props;
  const t = useTranslation();
  if (left.length === 0) {
    return null;
  }
  return (
    <div>
      <Text as="p">{t('drift.leftTitle')}</Text>
      <ul className={styles.list}>
        {left.map(({ field, reason }) => (
          <li key={field}>{t('drift.left', { field, reason })}</li>
        ))}
      </ul>
    </div>
  );
}
