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

import { Select } from '@backstage/ui';
import { useTranslation } from '../../hooks/useTranslation';
import { targetText } from '../../lib/targetText';
import styles from './TargetPicker.module.css';

/** Chooses what clusters shall move to. */
export function TargetPicker(props: {
  target: string;
  /** The versions that can be a target. */
  versions: string[];
  /** What can be chosen besides them. */
  others: string[];
  onChange: (target: string) => void;
}) {
  const { target, versions, others, onChange } = props;
  const t = useTranslation();
  const targets = [...new Set([...others, ...versions, target])];
  return (
    <div className={styles.picker}>
      <Select
        size="small"
        label={t('readiness.target')}
        options={targets.map(value => ({ value, label: targetText(value, t) }))}
        value={target}
        onChange={value => onChange(String(value))}
      />
    </div>
  );
}
