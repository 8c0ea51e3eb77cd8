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

import { quotaShares, quotaState, type QuotaLine } from '../../lib/quotaText';
import styles from './QuotaPanel.module.css';

/** A quota as a bar; what it shows stands beside it in words. */
export function QuotaBar(props: { line: QuotaLine }) {
  const { line } = props;
  const shares = quotaShares(line);
  return line.limit === undefined ? null : (
    <span className={styles.bar} data-state={quotaState(line)} aria-hidden>
      {(['used', 'reserved', 'wanted'] as const).map(part => (
        <span
          key={part}
          className={styles.part}
          data-part={part}
          style={{ inlineSize: `${shares[part]}%` }}
        />
      ))}
    </span>
  );
}
