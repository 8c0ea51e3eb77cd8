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
import type { StateLook } from '../../states';
import styles from './StateBadge.module.css';

/** A state as icon and word in its tone; the word carries the meaning. */
export function StateBadge(props: {
  look: Pick<StateLook, 'icon' | 'tone'>;
  children: ReactNode;
  title?: string;
}) {
  const { look, children, title } = props;
  const Icon = look.icon;
  return (
    <span className={styles.badge} data-tone={look.tone} title={title}>
      <Icon size={14} aria-hidden className={styles.icon} />
      <span className={styles.word}>{children}</span>
    </span>
  );
}
