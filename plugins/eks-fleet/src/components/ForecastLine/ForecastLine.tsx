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

import { RiAlertLine, RiCheckLine, RiCloseCircleLine } from '@remixicon/react';
import type { RolloutForecast } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useNow } from '../../hooks/useNow';
import { useTranslation } from '../../hooks/useTranslation';
import { supportVerdict } from '../../lib/rolloutForecast';
import { Moment } from '../Moment';
import styles from './ForecastLine.module.css';

const ICONS = {
  before: RiCheckLine,
  maybe: RiAlertLine,
  after: RiCloseCircleLine,
};

/** When a rollout ends, and whether that is before support does. */
export function ForecastLine(props: { forecast: RolloutForecast }) {
  const { end } = props.forecast;
  const t = useTranslation();
  const now = useNow(3600);
  const verdict = supportVerdict(props.forecast, now, t);
  const Icon = verdict && ICONS[verdict.state];
  return (
    <span className={styles.forecast}>
      {t('rollouts.ends', {
        p50: <Moment time={end.p50} />,
        p90: <Moment time={end.p90} />,
      })}
      {verdict && Icon && (
        <span className={styles.support} data-tone={verdict.tone}>
          {', '}
          {verdict.text} <Icon size={14} aria-hidden className={styles.icon} />
        </span>
      )}
    </span>
  );
}
