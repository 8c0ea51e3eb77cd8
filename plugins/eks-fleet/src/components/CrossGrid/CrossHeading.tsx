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

import type { CrossSizes } from './types';
import styles from './CrossGrid.module.css';

/** What the rows below have in common. */
export function CrossHeading(props: {
  index: number;
  title: string;
  top: number;
  width: number;
  sizes: CrossSizes;
}) {
  const { index, title, top, width, sizes } = props;
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      className={styles.heading}
      style={{
        width,
        height: sizes.heading,
        transform: `translateY(${top}px)`,
      }}
    >
      <div role="rowheader" aria-colindex={1} className={styles.headingTitle}>
        {title}
      </div>
    </div>
  );
}
