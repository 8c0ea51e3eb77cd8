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

import type { RolloutWave } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useTranslation } from '../../hooks/useTranslation';
import type { TimelineSpan } from '../../lib/rolloutTimeline';
import { formatExact } from '../../lib/time';
import type { Translate } from '../../translation';
import styles from './Timeline.module.css';

/** A wave over time. */
export function WaveLine(props: {
  wave: RolloutWave;
  spans: TimelineSpan[];
  now: number | undefined;
}) {
  const { wave, spans, now } = props;
  const t = useTranslation();
  const about = describe(wave, t);
  return (
    <div className={styles.line} role="img" aria-label={about} title={about}>
      {spans.map(({ kind, start, end }, index) => (
        <span
          key={index}
          className={styles.span}
          data-kind={kind}
          style={{ left: `${start}%`, width: `${end - start}%` }}
        />
      ))}
      {now !== undefined && (
        <span className={styles.now} style={{ left: `${now}%` }} />
      )}
    </div>
  );
}

function describe(wave: RolloutWave, t: Translate): string {
  const { endedAt, forecast, startedAt } = wave;
  const exact = (time: string | undefined) => formatExact(time) ?? '?';
  if (startedAt && endedAt) {
    return t('rollout.timelineDone', {
      start: exact(startedAt),
      end: exact(endedAt),
    });
  }
  if (!forecast) {
    return t('rollout.timelineNone');
  }
  const end = { p50: exact(forecast.end.p50), p90: exact(forecast.end.p90) };
  return startedAt
    ? t('rollout.timelineRunning', { start: exact(startedAt), ...end })
    : t('rollout.timelinePlanned', {
        start: exact(forecast.start.p50),
        ...end,
      });
}
