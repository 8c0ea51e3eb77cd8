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
import styles from './Choice.module.css';

/** A state to filter by, with its count. */
export function Choice(props: {
  chosen: boolean;
  onChoose: () => void;
  title?: string;
  children: ReactNode;
}) {
  return (
    <button
      type="button"
      className={styles.choice}
      aria-pressed={props.chosen}
      title={props.title}
      onClick={props.onChoose}
    >
      {props.children}
    </button>
  );
}
