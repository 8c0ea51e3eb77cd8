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
import { Link } from '@backstage/ui';
import styles from './Figures.module.css';

/** The numbers that a page begins with. */
export function Figures(props: { children: ReactNode }) {
  return <ul className={styles.numbers}>{props.children}</ul>;
}

/** A number, which leads to what it counts. */
export function Figure(props: {
  value: ReactNode;
  label: string;
  detail?: string;
  href: string;
  tone?: 'warning';
}) {
  return (
    <li>
      <Link href={props.href} standalone className={styles.figure}>
        <span className={styles.value} data-tone={props.tone}>
          {props.value}
        </span>{' '}
        <span className={styles.label}>
          {props.label}
          {props.detail && (
            <span className={styles.detail}> ({props.detail})</span>
          )}
        </span>
      </Link>
    </li>
  );
}
