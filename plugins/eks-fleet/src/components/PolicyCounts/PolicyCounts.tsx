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
  PolicyCounts as Counts,
  PolicyResult,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useTranslation } from '../../hooks/useTranslation';
import { passShare } from '../../lib/passShare';
import { policyResults } from '../../states';
import { StateBadge } from '../StateBadge';
import styles from './PolicyCounts.module.css';

const RESULTS = Object.keys(policyResults) as PolicyResult[];

/** How many results there are of each kind; a share only where all are known. */
export function PolicyCounts(props: { counts: Partial<Counts> }) {
  const { counts } = props;
  const t = useTranslation();
  const share = passShare(counts);
  return (
    <span className={styles.counts}>
      {RESULTS.filter(result => counts[result]).map(result => (
        <StateBadge key={result} look={policyResults[result]}>
          {counts.atLeast && result === 'fail' && '≥ '}
          {counts[result]} {t(policyResults[result].word)}
        </StateBadge>
      ))}
      {share !== undefined && (
        <span>
          {t('policyPanel.passesOf', {
            share: `${share.percent}`,
            all: `${share.all}`,
          })}
        </span>
      )}
      {share === undefined && counts.passes === 'notRecorded' && (
        <span>{t('policies.passesNotRecorded')}</span>
      )}
      {share === undefined && counts.passes !== 'notRecorded' && counts.pass ? (
        <span>
          {t('policyPanel.passes', {
            pass: `${counts.passes === 'atLeast' ? '≥ ' : ''}${counts.pass}`,
          })}
        </span>
      ) : null}
      {share === undefined &&
        !counts.pass &&
        counts.passes !== 'notRecorded' &&
        RESULTS.every(result => !counts[result]) && (
          <span>{t('policies.cellNothingEvaluated')}</span>
        )}
    </span>
  );
}
