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

import { useState } from 'react';
import type { FacetValue } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useTranslation } from '../../hooks/useTranslation';
import styles from './FacetGroup.module.css';

const SHORT = 6;

/** One facet: its values, how many things have each, and which are chosen. */
export function FacetGroup(props: {
  title: string;
  textOf: (value: string) => string;
  values: FacetValue[];
  chosen: string[];
  onToggle: (value: string) => void;
}) {
  const { title, textOf, values, chosen, onToggle } = props;
  const t = useTranslation();
  const [all, setAll] = useState(false);
  const shown = all
    ? values
    : values.filter(
        ({ value }, index) => index < SHORT || chosen.includes(value),
      );
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{title}</legend>
      {shown.map(({ value, count, title: name }) => {
        const text = name ?? textOf(value);
        return (
          <label
            key={value}
            className={styles.value}
            title={name ? `${name} (${value})` : text}
          >
            <input
              type="checkbox"
              aria-label={`${text}, ${count}`}
              checked={chosen.includes(value)}
              onChange={() => onToggle(value)}
            />
            <span className={styles.text}>{text}</span>
            <span className={styles.count}>{count}</span>
          </label>
        );
      })}
      {values.length > SHORT && (
        <button
          type="button"
          className={styles.more}
          onClick={() => setAll(!all)}
        >
          {all
            ? t('clusters.showLess')
            : t('clusters.showAll', { total: `${values.length}` })}
        </button>
      )}
    </fieldset>
  );
}
