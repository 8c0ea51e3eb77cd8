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

import type { CostEstimate } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useTranslation } from '../../hooks/useTranslation';
import { costChangeText, costRangeText, isAtLeast } from '../../lib/costText';
import { CostParts } from './CostParts';
import styles from './RequestCost.module.css';

/** What something costs before and after, with its parts and what the sums leave out. */
export function CostView(props: {
  cost: CostEstimate;
  /** Its parts are folded away. */
  short?: boolean;
}) {
  const { cost, short } = props;
  const { after, assumptions, before, currency, unknown } = cost;
  const t = useTranslation();
  const sum = (text: string) =>
    isAtLeast(cost) ? t('cost.atLeast', { amount: text }) : text;
  const details = (
    <>
      <CostParts cost={cost} />
      {assumptions.length > 0 && (
        <section aria-label={t('cost.assumptions')}>
          <h4 className={styles.title}>{t('cost.assumptions')}</h4>
          <ul className={styles.list}>
            {assumptions.map(each => (
              <li key={each}>{each}</li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
  return (
    <section className={styles.cost} aria-label={t('cost.title')}>
      <dl className={styles.sums}>
        <div>
          <dt>{t('cost.before')}</dt>
          <dd>{costRangeText(before)}</dd>
        </div>
        <div aria-hidden className={styles.arrow}>
          →
        </div>
        <div>
          <dt>{t('cost.after')}</dt>
          <dd>
            <strong>{sum(costRangeText(after))}</strong>
          </dd>
        </div>
        <div>
          <dt>{t('cost.change')}</dt>
          <dd>{sum(costChangeText(before, after))}</dd>
        </div>
      </dl>
      <p className={styles.about}>{t('cost.share', { currency })}</p>
      {unknown.length > 0 && (
        <section aria-label={t('cost.unknown')} className={styles.unknown}>
          <h4 className={styles.title}>{t('cost.unknown')}</h4>
          <ul className={styles.list}>
            {unknown.map(({ missing, name, unchanged }) => (
              <li key={name}>
                {name}
                {unchanged && ` (${t('cost.unknownUnchanged')})`}{' '}
                <small>{t('cost.missing', { what: missing })}</small>
              </li>
            ))}
          </ul>
        </section>
      )}
      {short ? (
        <details className={styles.more}>
          <summary>{t('cost.how')}</summary>
          {details}
        </details>
      ) : (
        details
      )}
    </section>
  );
}
