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

import { RiQuestionLine } from '@remixicon/react';
import type { CostReport } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useFleetLinks } from '../../hooks/useFleetLinks';
import { useTranslation } from '../../hooks/useTranslation';
import { extendedUsd, type CostView } from '../../lib/costView';
import { formatUsd } from '../../lib/money';
import { Figure, Figures } from '../Figures';
import { computeText } from './computeText';
import styles from './CostsPage.module.css';

/** The sums, and what is not in them. */
export function CostFigures(props: { report: CostReport; view: CostView }) {
  const { report, view } = props;
  const { total, months, unknownTypes } = report;
  const t = useTranslation();
  const links = useFleetLinks();
  const { filter, text } = view;
  const extended = {
    filter: { ...filter, support: ['extended', 'unsupported'] },
    text,
  };
  return (
    <div>
      <Figures>
        <Figure
          value={formatUsd(total.controlPlaneUsdPerMonth)}
          label={t('costs.controlPlanes')}
          href={links.clusters({ filter, text })}
        />
        <Figure
          value={formatUsd(total.extendedSupportUsdPerMonth)}
          tone={total.extendedSupportUsdPerMonth > 0 ? 'warning' : undefined}
          label={t('costs.extended')}
          href={links.clusters(extended)}
        />
        <Figure
          value={formatUsd(extendedUsd(months))}
          label={t('costs.extendedYear')}
          href={links.readiness({ target: 'supported', filter, text })}
        />
        <Figure
          value={computeText(t, total)}
          label={t('costs.compute')}
          href={links.clusters({ filter, text })}
        />
      </Figures>
      <ul className={styles.notes}>
        {total.unpricedNodes > 0 && (
          <Note
            what={t('costs.unpriced', {
              count: total.unpricedNodes,
              types: unknownTypes.join(', '),
            })}
            detail={t('costs.unpricedDetail')}
          />
        )}
        {total.unobservedClusters > 0 && (
          <Note
            what={t('costs.unobserved', { count: total.unobservedClusters })}
            detail={t('costs.unobservedDetail')}
          />
        )}
      </ul>
    </div>
  );
}

function Note(props: { what: string; detail: string }) {
  return (
    <li className={styles.note}>
      <RiQuestionLine size={14} aria-hidden className={styles.noteIcon} />
      <span>
        <strong>{props.what}</strong> {props.detail}
      </span>
    </li>
  );
}
