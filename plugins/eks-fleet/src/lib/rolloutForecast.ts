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
  RolloutForecast,
  SupportForecast,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { Tone } from '../states';
import type { Translate } from '../translation';
import { formatUsd } from './money';
import { formatDay } from './time';

/** How a forecast stands against the support dates, in words and tone. */
export interface SupportVerdict {
  state: SupportForecast['state'];
  text: string;
  tone: Tone;
}

export const SUPPORT_TONES: Record<SupportForecast['state'], Tone> = {
  before: 'success',
  maybe: 'warning',
  after: 'danger',
};

const ORDER: SupportForecast['state'][] = ['before', 'maybe', 'after'];

/**
 * What the forecast means for support: the version that fares worst, and of
 * those the one whose support ends first.
 */
export function supportVerdict(
  forecast: Pick<RolloutForecast, 'support' | 'extendedSupportUsd'>,
  now: Date,
  t: Translate,
): SupportVerdict | undefined {
  const [worst] = [...forecast.support].sort(
    (a, b) =>
      ORDER.indexOf(b.state) - ORDER.indexOf(a.state) ||
      a.end.localeCompare(b.end),
  );
  if (!worst) {
    return undefined;
  }
  const words = { version: worst.version, date: formatDay(worst.end) ?? '?' };
  const usd = forecast.extendedSupportUsd;
  const cost =
    usd >= 1 ? t('rollouts.supportCost', { amount: formatUsd(usd) }) : '';
  switch (worst.state) {
    case 'before':
      return {
        state: 'before',
        text: t('rollouts.supportBefore', words),
        tone: SUPPORT_TONES.before,
      };
    case 'maybe':
      return {
        state: 'maybe',
        text: t('rollouts.supportMaybe', words) + cost,
        tone: SUPPORT_TONES.maybe,
      };
    default:
      return {
        state: 'after',
        text:
          (Date.parse(worst.end) <= now.getTime()
            ? t('rollouts.supportOver', words)
            : t('rollouts.supportAfter', words)) + cost,
        tone: SUPPORT_TONES.after,
      };
  }
}
