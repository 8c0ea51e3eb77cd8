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

import type { RequestQuota } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useTranslation } from '../../hooks/useTranslation';
import { entityTitle } from '../../lib/entityRefs';
import {
  quotaAmount,
  quotaLines,
  quotaState,
  type QuotaLine,
} from '../../lib/quotaText';
import { quotaStates } from '../../states';
import type { Translate } from '../../translation';
import { StateBadge } from '../StateBadge';
import { QuotaBar } from './QuotaBar';
import { leftText, takenText } from './QuotaCell';
import styles from './QuotaPanel.module.css';

/** What is left of a team's quotas, and how much of it an ask takes. */
export function QuotaUses(props: { quota: RequestQuota }) {
  const { quota } = props;
  const t = useTranslation();
  const lines = quotaLines(quota).filter(({ limit }) => limit !== undefined);
  if (lines.length === 0) {
    return null;
  }
  return (
    <section
      aria-label={t('field.quotaOf', { team: entityTitle(quota.owner) })}
    >
      <ul className={styles.uses}>
        {lines.map(line => {
          const state = quotaState(line);
          return (
            <li key={line.resource} className={styles.use} data-state={state}>
              <span className={styles.resource}>
                {t(`quota.${line.resource}`)}
              </span>
              <QuotaBar line={line} />
              <span className={styles.words}>
                {[takenText(t, line), wantedText(t, line)]
                  .filter(Boolean)
                  .join(', ')}
                {' · '}
                {state === 'within' ? (
                  leftText(t, line)
                ) : (
                  <StateBadge look={quotaStates[state]}>
                    {leftText(t, line)}
                  </StateBadge>
                )}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function wantedText(t: Translate, line: QuotaLine): string | undefined {
  const { resource, wanted } = line;
  if (wanted === undefined) {
    return undefined;
  }
  if (wanted === 0) {
    return t('quota.unchanged');
  }
  return wanted > 0
    ? t('quota.wanted', { amount: quotaAmount(resource, wanted) })
    : t('quota.givesBack', { amount: quotaAmount(resource, -wanted) });
}
