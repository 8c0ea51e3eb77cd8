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

import { Link } from '@backstage/ui';
import type {
  PolicyDetail,
  PolicyMode,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useFleetLinks } from '../../hooks/useFleetLinks';
import { useTranslation } from '../../hooks/useTranslation';
import { brokenCount } from '../../lib/policyCell';
import { policyModes } from '../../states';
import { Figure, Figures } from '../Figures';
import { StateBadge } from '../StateBadge';
import styles from './PolicyPage.module.css';

const MODES = ['enforce', 'warn', 'audit'] as const satisfies PolicyMode[];

/** A policy in numbers, each of which leads to what it counts. */
export function PolicyFigures(props: { policy: PolicyDetail }) {
  const { policy } = props;
  const { clusters, counts, id, safeToEnforce } = policy;
  const t = useTranslation();
  const links = useFleetLinks();
  const findings = brokenCount(counts);
  const only = { policy: [id] };
  return (
    <>
      <Figures>
        <Figure
          value={`${counts.atLeast ? '≥' : ''}${findings}`}
          label={t('policy.findings', { count: findings })}
          detail={
            counts.exempt > 0
              ? t('policy.exempt', { exempt: `${counts.exempt}` })
              : undefined
          }
          tone={findings > 0 ? 'warning' : undefined}
          href={links.findings({ filter: only })}
        />
        <Figure
          value={clusters.failing}
          label={t('policy.failingClusters', { count: clusters.failing })}
          href={links.policies({ filter: only, only: 'failing' })}
        />
        <Figure
          value={policy.newThisWeek}
          label={t('policy.newThisWeek')}
          tone={policy.newThisWeek > 0 ? 'warning' : undefined}
          href={links.findings({ filter: { ...only, new: ['week'] } })}
        />
        <Figure
          value={policy.resolvedThisWeek}
          label={t('policy.resolvedThisWeek')}
          href={links.findings({ filter: { ...only, resolved: ['week'] } })}
        />
        <Figure
          value={safeToEnforce.clusters}
          label={t('policy.safe', { count: safeToEnforce.clusters })}
          detail={t('policy.safeDays', { days: `${safeToEnforce.days}` })}
          href={links.policies({ filter: only, only: 'safe' })}
        />
      </Figures>
      <div
        role="group"
        aria-label={t('policy.modes')}
        className={styles.badges}
      >
        {MODES.filter(mode => clusters[mode] > 0).map(mode => (
          <Link
            key={mode}
            standalone
            href={links.policies({ filter: { ...only, mode: [mode] } })}
          >
            <StateBadge look={policyModes[mode]}>
              {t('policy.modeClusters', {
                mode: t(policyModes[mode].word),
                count: clusters[mode],
              })}
            </StateBadge>
          </Link>
        ))}
        {clusters.deployed !== undefined && (
          <span className={styles.about}>
            {t('policy.deployed', { count: clusters.deployed })}
          </span>
        )}
        {clusters.notReady > 0 && (
          <Link
            standalone
            href={links.policies({ filter: only, only: 'notReady' })}
          >
            {t('policy.notReady', { count: clusters.notReady })}
          </Link>
        )}
        {clusters.unknown > 0 && (
          <span className={styles.about}>
            {t('policy.unknown', { count: clusters.unknown })}
          </span>
        )}
      </div>
    </>
  );
}
