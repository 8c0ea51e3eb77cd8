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
import { SearchBox } from '../SearchBox';
import styles from './FilterBar.module.css';

/** Choices of what a list shows, and the search in it. */
export function FilterBar(props: {
  children: ReactNode;
  search?: {
    label: string;
    text: string;
    onChange: (text: string) => void;
  };
}) {
  const { children, search } = props;
  const t = useTranslation();
  return (
    <div className={styles.bar}>
      <div
        role="group"
        aria-label={t('rollouts.filters')}
        className={styles.choices}
      >
        {children}
      </div>
      {search && (
        <div className={styles.search}>
          <SearchBox {...search} />
        </div>
      )}
    </div>
  );
}

/** Sets choices apart that are of another kind. */
export function FilterGap() {
  return <span className={styles.gap} />;
}
