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

import { evidenceLines } from '../../lib/rolloutGates';
import styles from './GateItem.module.css';

/** What a gate saw, or what was frozen with a decision. */
export function Evidence(props: {
  title: string;
  evidence: Record<string, unknown>;
}) {
  const lines = evidenceLines(props.evidence);
  if (lines.length === 0) {
    return null;
  }
  return (
    <details>
      <summary className={styles.summary}>{props.title}</summary>
      <dl className={styles.facts}>
        {lines.map(({ name, value }) => [
          <dt key={`${name}?`}>{name}</dt>,
          <dd key={name}>{value}</dd>,
        ])}
      </dl>
    </details>
  );
}
