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
import styles from './FormFields.module.css';

/** One of several things that can be chosen, with what is known of it. */
export function RadioChoice(props: {
  /** Of all that exclude each other. */
  name: string;
  chosen: boolean;
  onChoose: () => void;
  disabled?: boolean;
  children: ReactNode;
}) {
  const { children, chosen, disabled, name, onChoose } = props;
  return (
    <label
      className={styles.choice}
      data-chosen={chosen || undefined}
      data-disabled={disabled || undefined}
    >
      <input
        type="radio"
        name={name}
        checked={chosen}
        disabled={disabled}
        onChange={onChoose}
      />
      <span className={styles.words}>{children}</span>
    </label>
  );
}
