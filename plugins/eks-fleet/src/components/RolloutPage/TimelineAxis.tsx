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
import type { RolloutTimeline } from '../../lib/rolloutTimeline';
import styles from './Timeline.module.css';

/** The times over the waves, and now. */
export function TimelineAxis(props: { timeline: RolloutTimeline }) {
  const { now, ticks } = props.timeline;
  const t = useTranslation();
  return (
    <div className={styles.axis} aria-hidden>
      {ticks
        // Now says what time it is.
        .filter(({ at }) => now === undefined || Math.abs(at - now) > 5)
        .map(({ at, text }) => (
          <span key={at} className={styles.tick} style={{ left: `${at}%` }}>
            {text}
          </span>
        ))}
      {now !== undefined && (
        <span className={styles.nowText} style={{ left: `${now}%` }}>
          {t('rollout.now')}
        </span>
      )}
    </div>
  );
}
