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
import { Text } from '@backstage/ui';
import styles from './PageHeading.module.css';

/** The question that a page answers, and what can be done on the page. */
export function PageHeading(props: { title: string; children?: ReactNode }) {
  return (
    <div className={styles.heading}>
      <Text as="h2" variant="title-x-small" weight="bold">
        {props.title}
      </Text>
      <div className={styles.actions}>{props.children}</div>
    </div>
  );
}
