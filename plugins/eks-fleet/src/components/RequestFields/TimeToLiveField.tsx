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

import { TextField } from '@backstage/ui';
import { useTranslation } from '../../hooks/useTranslation';
import { dayAfter } from '../../lib/exceptionAsk';
import { formatDate } from '../../lib/expiry';
import { Choice } from '../Choice';
import { checked } from './checked';
import styles from './RequestFields.module.css';

const OFFERED = [7, 30, 90, 180];
const USUAL_DAYS = 30;

/** Until when something is needed. */
export function TimeToLiveField(props: {
  /** A day such as `2026-12-24`; no end where empty. */
  value: string;
  onChange: (value: string) => void;
  now: Date;
  /** How long it may live at most. */
  maxDays?: number;
  /** It may have no end, where nothing limits it. */
  mayBeEndless?: boolean;
  problem?: string;
}) {
  const { maxDays, mayBeEndless = true, now, onChange, problem, value } = props;
  const t = useTranslation();
  const example = dayAfter(now, Math.min(USUAL_DAYS, maxDays ?? USUAL_DAYS));
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(value) && formatDate(value);
  const offered = OFFERED.filter(days => days <= (maxDays ?? Infinity));
  return (
    <div className={styles.group}>
      <TextField
        {...checked(
          value.trim() && !isDay
            ? t('field.expiresWrong', { day: example })
            : problem,
        )}
        label={t('field.expiresOn')}
        description={
          maxDays === undefined
            ? t('field.expiresHint', { day: example })
            : t('field.expiresMost', { day: example, count: maxDays })
        }
        value={value}
        onChange={onChange}
        maxLength={10}
        autoComplete="off"
        isRequired={maxDays !== undefined || !mayBeEndless}
      />
      <div
        role="group"
        aria-label={t('field.expiresChoices')}
        className={styles.choices}
      >
        {offered.map(days => {
          const day = dayAfter(now, days);
          return (
            <Choice
              key={days}
              chosen={value === day}
              title={day}
              onChoose={() => onChange(day)}
            >
              {t('field.days', { count: days })}
            </Choice>
          );
        })}
        {mayBeEndless && maxDays === undefined && (
          <Choice chosen={!value} onChoose={() => onChange('')}>
            {t('field.noEnd')}
          </Choice>
        )}
      </div>
    </div>
  );
}
