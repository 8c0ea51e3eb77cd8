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

import { useId, type ReactNode } from 'react';
import { Box, Text } from '@backstage/ui';
import styles from './Panel.module.css';

/** A titled part of a page. */
export function Panel(props: {
  title: string;
  hint?: string;
  actions?: ReactNode;
  children: ReactNode;
}) {
  const { title, hint, actions, children } = props;
  const id = useId();
  return (
    <Box
      as="section"
      bg="neutral"
      className={styles.panel}
      aria-labelledby={id}
    >
      <div className={styles.head}>
        <Text as="h3" variant="body-medium" weight="bold" id={id}>
          {title}
        </Text>
        {hint && (
          <Text as="span" variant="body-small" color="secondary">
            {hint}
          </Text>
        )}
        <div className={styles.actions}>{actions}</div>
      </div>
      {children}
    </Box>
  );
}
