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
import styles from './FacetSide.module.css';

/** Search and facets at the left of what they filter. */
export function FacetSide(props: {
  text: string;
  onText: (text: string) => void;
  /** What is searched; clusters where left out. */
  searchLabel?: string;
  facets: ReactNode;
  className?: string;
  children: ReactNode;
}) {
  const { text, onText, searchLabel, facets, className = '' } = props;
  const t = useTranslation();
  return (
    <div className={`${styles.layout} ${className}`}>
      <aside className={styles.facets} aria-label={t('clusters.filters')}>
        <SearchBox text={text} label={searchLabel} onChange={onText} />
        {facets}
      </aside>
      <div className={styles.main}>{props.children}</div>
    </div>
  );
}
