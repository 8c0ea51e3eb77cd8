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
  Summary,
  TargetState,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useFleetLinks } from '../../hooks/useFleetLinks';
import { useTranslation } from '../../hooks/useTranslation';
import { formatUsd } from '../../lib/money';
import { targetStates } from '../../states';
import { Age } from '../Age';
import { Figure, Figures } from '../Figures';

/** The fleet in numbers; each leads to the list that it counts. */
export function FleetNumbers(props: { summary: Summary }) {
  const { summary } = props;
  const { cost, foreignClusters, targets } = summary;
  const t = useTranslation();
  const links = useFleetLinks();
  const failing = targets ? countFailing(targets.byState) : 0;
  const extended = cost.extendedSupportUsdPerMonth;
  return (
    <Figures>
      <Figure
        value={summary.clusters}
        label={t('overview.clusters', { count: summary.clusters })}
        href={links.clusters()}
      />
      <Figure
        value={summary.accounts}
        label={t('overview.accounts', { count: summary.accounts })}
        href={links.sources()}
      />
      <Figure
        value={summary.regions}
        label={t('overview.regions', { count: summary.regions })}
        href={links.sources()}
      />
      {foreignClusters > 0 && (
        <Figure
          value={foreignClusters}
          label={t('overview.foreign', { count: foreignClusters })}
          href={links.clusters({ filter: { origin: ['foreign'] } })}
        />
      )}
      {targets && (
        <Figure
          value={failing > 0 ? failing : '✓'}
          tone={failing > 0 ? 'warning' : undefined}
          label={
            failing > 0
              ? t('overview.sourcesFailing', { count: failing })
              : t('overview.sourcesFine')
          }
          href={links.sources(failing > 0 ? { state: 'failing' } : {})}
        />
      )}
      <Figure
        value={<Age time={summary.observedAt} fallback={t('age.never')} />}
        label={t('overview.seen')}
        href={links.sources()}
      />
      <Figure
        value={formatUsd(cost.controlPlaneUsdPerMonth)}
        label={t('overview.cost')}
        detail={
          extended > 0
            ? t('overview.costExtended', { amount: formatUsd(extended) })
            : undefined
        }
        href={links.clusters(
          extended > 0
            ? { filter: { support: ['extended', 'unsupported'] } }
            : {},
        )}
      />
    </Figures>
  );
}

function countFailing(byState: Record<string, number>): number {
  return Object.entries(byState).reduce(
    (sum, [state, count]) =>
      targetStates[state as TargetState]?.failing ? sum + count : sum,
    0,
  );
}
