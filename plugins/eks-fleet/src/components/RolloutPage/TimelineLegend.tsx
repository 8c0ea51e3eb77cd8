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

import { useTranslation } from '../../hooks/useTranslation';
import type { SpanKind } from '../../lib/rolloutTimeline';
import styles from './Timeline.module.css';

const WORDS = {
  run: 'rollout.spanRun',
  bake: 'rollout.spanBake',
  bakeLeft: 'rollout.spanBakeLeft',
  forecast: 'rollout.spanForecast',
  late: 'rollout.spanLate',
} as const satisfies Record<SpanKind, string>;

/** What the spans of the time line mean. */
export function TimelineLegend() {
  const t = useTranslation();
  return (
    <ul className={styles.legend} aria-label={t('rollout.legend')}>
      {(Object.keys(WORDS) as SpanKind[]).map(kind => (
        <li key={kind}>
          <span className={styles.sample} data-kind={kind} />
          {t(WORDS[kind])}
        </li>
      ))}
    </ul>
  );
}
