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

import { useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import { Button, Skeleton, Text } from '@backstage/ui';
import type {
  Cluster,
  Readiness,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useClusterReadiness } from '../../hooks/useClusterReadiness';
import { useTranslation } from '../../hooks/useTranslation';
import { errorMessage, isNotFound } from '../../lib/errors';
import { parseTarget } from '../../lib/readinessView';
import { verdictState, verdictText } from '../../lib/verdictText';
import { verdictStates } from '../../states';
import { Age } from '../Age';
import { EmptyState, QueryView } from '../QueryView';
import { StateBadge } from '../StateBadge';
import { TargetPicker } from '../TargetPicker';
import { FindingList } from './FindingList';
import { InputsPanel } from './InputsPanel';
import { UpgradePathPanel } from './UpgradePathPanel';
import styles from './ClusterReadinessTab.module.css';

/** Whether the cluster can move to a version, and what stands between. */
export function ClusterReadinessTab(props: {
  cluster: Cluster;
  /** Read again when it grows. */
  revision: number;
}) {
  const { cluster, revision } = props;
  const t = useTranslation();
  const [params, setParams] = useSearchParams();
  const target = useMemo(() => parseTarget(params), [params]);
  const query = useClusterReadiness(target, revision);
  const changeTarget = (next: string) =>
    setParams(
      previous => {
        const changed = new URLSearchParams(previous);
        if (next === 'next') {
          changed.delete('target');
        } else {
          changed.set('target', next);
        }
        return changed;
      },
      { replace: true },
    );
  if (query.error && isNotFound(query.error)) {
    return (
      <EmptyState
        title={t('clusterReadiness.noTarget')}
        detail={errorMessage(query.error)}
        action={
          <Button variant="secondary" onPress={() => changeTarget('next')}>
            {t('readiness.targetNext')}
          </Button>
        }
      />
    );
  }
  return (
    <QueryView
      query={query}
      what={t('clusterReadiness.what')}
      permission="eks-fleet.cluster.read"
      skeleton={<ReadinessSkeleton />}
    >
      {readiness => (
        <div className={styles.readiness}>
          <div className={styles.head}>
            <TargetPicker
              target={target}
              versions={readiness.targets}
              others={['next']}
              onChange={changeTarget}
            />
            <Verdict readiness={readiness} />
          </div>
          <UpgradePathPanel readiness={readiness} from={cluster.version} />
          <FindingList
            cluster={cluster}
            findings={readiness.findings}
            onChanged={query.retry}
          />
          <InputsPanel inputs={readiness.inputs} />
        </div>
      )}
    </QueryView>
  );
}

function Verdict(props: { readiness: Readiness }) {
  const { readiness } = props;
  const t = useTranslation();
  const look = verdictStates[verdictState(readiness)];
  return (
    <div className={styles.verdict}>
      <StateBadge look={look}>{t(look.word)}</StateBadge>
      <Text as="h3" variant="body-large" weight="bold">
        {verdictText(readiness, t)}
      </Text>
      <span className={styles.quiet}>
        {t('clusterReadiness.assessed')}{' '}
        <Age time={readiness.assessedAt} past />
      </span>
    </div>
  );
}

function ReadinessSkeleton() {
  return (
    <div className={styles.readiness}>
      <Skeleton height={52} width="60%" />
      <Skeleton height={120} />
      <Skeleton height={240} />
    </div>
  );
}
