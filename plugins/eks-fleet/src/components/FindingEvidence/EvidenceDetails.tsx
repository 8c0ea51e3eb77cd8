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

import type { ReactNode } from 'react';
import { useTranslation } from '../../hooks/useTranslation';
import styles from './FindingEvidence.module.css';

/** Evidence, closed until it is asked for. */
export function EvidenceDetails(props: {
  /** Tells it apart from others on the page, for who does not see them. */
  label?: string;
  onOpen?: () => void;
  children: ReactNode;
}) {
  const t = useTranslation();
  return (
    <details
      className={styles.evidence}
      onToggle={event => {
        if (event.currentTarget.open) {
          props.onOpen?.();
        }
      }}
    >
      <summary aria-label={props.label}>
        {t('clusterReadiness.evidence')}
      </summary>
      {props.children}
    </details>
  );
}
