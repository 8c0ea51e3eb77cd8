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
import {
  quotaAmount,
  quotaFigure,
  quotaState,
  quotaTaken,
  type QuotaLine,
} from '../../lib/quotaText';
import { quotaStates } from '../../states';
import type { Translate } from '../../translation';
import { StateBadge } from '../StateBadge';
import { QuotaBar } from './QuotaBar';
import styles from './QuotaPanel.module.css';

/** One quota: what is taken of it, and what is left. */
export function QuotaCell(props: { line: QuotaLine }) {
  const { line } = props;
  const t = useTranslation();
  const state = quotaState(line);
  return (
    <div className={styles.cell} data-state={state}>
      <span className={styles.taken}>{takenText(t, line)}</span>
      <QuotaBar line={line} />
      <span className={styles.left}>
        {state === 'within' || state === 'unlimited' ? (
          leftText(t, line)
        ) : (
          <StateBadge look={quotaStates[state]}>{leftText(t, line)}</StateBadge>
        )}
        {line.unknown > 0 && (
          <abbr title={t('quota.unknownHint')}>
            {t('quota.unknown', { count: line.unknown })}
          </abbr>
        )}
      </span>
    </div>
  );
}

/** Such as `6 + 2 of 10`; without a limit such as `6, no limit`. */
export function takenText(t: Translate, line: QuotaLine): string {
  const { limit, reserved, resource } = line;
  if (limit === undefined) {
    const used = quotaAmount(resource, line.used);
    return reserved
      ? t('quota.takenReservedNoLimit', {
          used,
          reserved: quotaAmount(resource, reserved),
        })
      : t('quota.takenNoLimit', { used });
  }
  const used = quotaFigure(resource, line.used);
  const more = quotaFigure(resource, reserved);
  const most = quotaAmount(resource, limit);
  return reserved
    ? t('quota.taken', { used, reserved: more, limit: most })
    : t('quota.takenOfLimit', { used, limit: most });
}

/** What is left once all that is under way, and asked for here, is there. */
export function leftText(t: Translate, line: QuotaLine): string | undefined {
  const { limit, resource } = line;
  if (limit === undefined) {
    return undefined;
  }
  const left = limit - quotaTaken(line);
  return left < 0
    ? t('quota.over', { amount: quotaAmount(resource, -left) })
    : t('quota.left', { amount: quotaAmount(resource, left) });
}
