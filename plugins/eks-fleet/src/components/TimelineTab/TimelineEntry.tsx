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

import { VisuallyHidden } from '@backstage/ui';
import type { TimelineEvent } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useTranslation } from '../../hooks/useTranslation';
import { formatExact } from '../../lib/time';
import { timeOfDay } from '../../lib/timelineDays';
import { timelineKinds, timelineTones } from '../../states';
import styles from './TimelineTab.module.css';

/** One thing that happened. */
export function TimelineEntry(props: { event: TimelineEvent }) {
  const { event } = props;
  const t = useTranslation();
  const kind = timelineKinds[event.kind];
  const tone = timelineTones[event.tone];
  const Icon = kind.icon;
  return (
    <li className={styles.event}>
      <time
        dateTime={event.at}
        title={formatExact(event.at)}
        className={styles.time}
      >
        {timeOfDay(event.at)}
      </time>
      <Icon
        size={18}
        aria-hidden
        className={styles.icon}
        data-tone={tone.tone}
      />
      <div className={styles.text}>
        <VisuallyHidden>
          {t('timeline.event', { kind: t(kind.word), tone: t(tone.word) })}:{' '}
        </VisuallyHidden>
        <span className={styles.title}>{event.title}</span>
        {event.detail && <span className={styles.detail}>{event.detail}</span>}
        <span className={styles.source}>
          {[
            t('timeline.source', { source: event.source }),
            event.reference &&
              t('timeline.reference', { reference: event.reference }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </div>
    </li>
  );
}
