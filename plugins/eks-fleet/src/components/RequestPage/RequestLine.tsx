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

import type {
  FleetRequest,
  RequestStep,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useNow } from '../../hooks/useNow';
import { useTranslation } from '../../hooks/useTranslation';
import { requestNow } from '../../lib/requestText';
import { stepTime } from '../../lib/requestSteps';
import { formatDuration } from '../../lib/rolloutTimes';
import { requestStates, requestStepStates } from '../../states';
import type { Translate } from '../../translation';
import { LinkedText } from '../LinkedText';
import { Moment } from '../Moment';
import styles from './RequestLine.module.css';

/** How far a request is: each step with when and by whom it was seen, and what happens now. */
export function RequestLine(props: { request: FleetRequest }) {
  const { request } = props;
  const t = useTranslation();
  const message = requestNow(t, { ...request, problem: undefined });
  const waiting = request.waiting;
  return (
    <section className={styles.box} aria-label={t('request.line')}>
      <ol className={styles.line}>
        {request.steps.map(step => (
          <Step key={step.state} step={step} />
        ))}
      </ol>
      {message && (
        <p className={styles.now} role="status">
          {!request.isOver && <strong>{t('request.nowTitle')}: </strong>}
          <LinkedText text={message} />
          {waiting && (
            <span className={styles.about}>
              {' · '}
              {t(`requestWaits.${waiting.code}`)}{' '}
              {t('request.since', { time: <Moment time={waiting.since} /> })}
            </span>
          )}
        </p>
      )}
    </section>
  );
}

function Step(props: { step: RequestStep }) {
  const { at, message, source, state, status } = props.step;
  const t = useTranslation();
  const now = useNow(30);
  const look = requestStepStates[status];
  const Icon = look.icon;
  return (
    <li
      className={styles.step}
      data-status={status}
      data-tone={look.tone}
      aria-current={status === 'now' ? 'step' : undefined}
      title={message}
    >
      <Icon size={18} aria-hidden className={styles.icon} />
      <span className={styles.word}>{t(requestStates[state].word)}</span>
      <span className={styles.about}>
        {t(look.word)}
        {at && (
          <>
            {' · '}
            <Moment time={at} />
          </>
        )}
      </span>
      {source && (
        <span className={styles.about}>
          {t('request.bySource', { source: t(`requestSource.${source}`) })}
        </span>
      )}
      <span className={styles.about}>{timeText(props.step, now, t)}</span>
    </li>
  );
}

/** How long it took, how long it takes yet, or how long it usually takes. */
function timeText(
  step: RequestStep,
  now: Date,
  t: Translate,
): string | undefined {
  const time = stepTime(step, now);
  switch (time?.kind) {
    case 'took':
      return t('request.took', { duration: formatDuration(time.seconds) });
    case 'usually':
      return t('request.usually', { duration: formatDuration(time.seconds) });
    case 'toGo':
      return t('request.stillUsual', {
        duration: formatDuration(time.seconds),
      });
    case 'longer':
      return t('request.longerThanUsual', {
        duration: formatDuration(time.seconds),
      });
    default:
      return undefined;
  }
}
