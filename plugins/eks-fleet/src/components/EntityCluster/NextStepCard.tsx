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

import { useLocation } from 'react-router-dom';
import { ButtonLink, Skeleton, Text } from '@backstage/ui';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import type { Readiness } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useClusterReadiness } from '../../hooks/useClusterReadiness';
import { useTranslation } from '../../hooks/useTranslation';
import { standingFindings, verdictState } from '../../lib/verdictText';
import { verdictStates } from '../../states';
import type { Translate } from '../../translation';
import { StateBadge } from '../StateBadge';
import styles from './NextStepCard.module.css';

const NAMED = 2;

/** What stands between the cluster and its next version; not there where that cannot be read. */
export function NextStepCard(props: { revision: number }) {
  const t = useTranslation();
  const { value, error } = useClusterReadiness('next', props.revision);
  if (!value && error) {
    return null;
  }
  return (
    <EntityInfoCard title={t('nextStep.title')}>
      {value ? <NextStep readiness={value} /> : <Skeleton height={40} />}
    </EntityInfoCard>
  );
}

function NextStep(props: { readiness: Readiness }) {
  const { readiness } = props;
  const t = useTranslation();
  const { pathname } = useLocation();
  const state = verdictState(readiness);
  return (
    <div className={styles.step}>
      <StateBadge look={verdictStates[state]}>
        {t(verdictStates[state].word)}
      </StateBadge>
      <Text as="p" variant="body-medium" className={styles.text}>
        {state === 'done'
          ? t('clusterReadiness.nowhere')
          : nextStepText(readiness, t)}
      </Text>
      {state !== 'done' && (
        <ButtonLink
          size="small"
          variant="secondary"
          href={`${pathname}?view=readiness`}
        >
          {t('nextStep.open')}
        </ButtonLink>
      )}
    </div>
  );
}

function nextStepText(readiness: Readiness, t: Translate): string {
  const { target, verdict } = readiness;
  const findings = standingFindings(readiness);
  const words = {
    target,
    count: findings.length,
    first: findings
      .slice(0, NAMED)
      .map(({ message }) => message)
      .join('; '),
  };
  switch (verdict) {
    case 'blocked':
      return t('nextStep.blocked', words);
    case 'unknown':
      return t('nextStep.unknown', words);
    default:
      return t('nextStep.ready', { target });
  }
}
