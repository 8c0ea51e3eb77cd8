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

import type { ReactNode } from 'react';
import { Alert, Text } from '@backstage/ui';
import type {
  CellCluster,
  Rollout,
  RolloutCellDetail,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useClusterPath } from '../../hooks/useClusterPath';
import { useTranslation } from '../../hooks/useTranslation';
import { entityTitle } from '../../lib/entityRefs';
import { cellStates } from '../../states';
import { Age } from '../Age';
import { EntityName } from '../EntityName';
import { StateBadge } from '../StateBadge';
import { Waits } from '../Waits';
import { CellActions } from './CellActions';
import { ErrorNote } from './ErrorNote';
import { LogList } from './LogList';
import { RollbackLine } from './RollbackLine';
import { RollbackSteps } from './RollbackSteps';
import { TrackList } from './TrackList';
import styles from './CellDetails.module.css';

/** Where a cell stands, what it waits for, what failed, and what can be done. */
export function CellDetails(props: {
  rollout: Rollout;
  detail: RolloutCellDetail;
  onChanged: () => void;
}) {
  const { rollout, detail, onChanged } = props;
  const { cell } = detail;
  const t = useTranslation();
  const wave = rollout.waves.find(({ index }) => index === cell.wave);
  return (
    <>
      <div className={styles.line}>
        <StateBadge look={cellStates[cell.state]}>
          {t(cellStates[cell.state].word)}
        </StateBadge>
        <span className={styles.about}>
          {t('cell.ofWave', {
            index: `${cell.wave}`,
            name: wave?.name ?? '?',
          })}
        </span>
        {cell.attempt > 1 && (
          <span className={styles.about}>
            {t('cell.attempt', { attempt: `${cell.attempt}` })}
          </span>
        )}
        {cell.startedAt && (
          <span className={styles.about}>
            {t('cell.began', { age: <Age time={cell.startedAt} past /> })}
          </span>
        )}
      </div>
      {cell.waiting && <Waits waiting={cell.waiting} titled />}
      {cell.error && <ErrorNote error={cell.error} />}
      <CellActions rollout={rollout} detail={detail} onChanged={onChanged} />
      {cell.clusters.map(cluster => (
        <ClusterOfCell
          key={cluster.arn}
          cluster={cluster}
          shown={[cell.error?.message, cell.waiting?.message]}
          steps={
            cluster.rollback?.steps && (
              <RollbackSteps
                steps={cluster.rollback.steps}
                rolloutId={rollout.id}
                cellId={cell.id}
                name={cluster.name}
                mayConfirm={detail.may.rollback}
                onChanged={onChanged}
              />
            )
          }
        />
      ))}
      <section aria-labelledby="cell-log" className={styles.cluster}>
        <Text as="h4" variant="body-medium" weight="bold" id="cell-log">
          {t('rollout.tabLog')}
        </Text>
        <LogList
          entries={detail.log}
          empty={t('cell.noLog')}
          rolloutId={rollout.id}
        />
      </section>
    </>
  );
}

function ClusterOfCell(props: {
  cluster: CellCluster;
  /** What has been said of the whole cell already. */
  shown: (string | undefined)[];
  /** Of its guided rollback. */
  steps: ReactNode;
}) {
  const { cluster, shown, steps } = props;
  const t = useTranslation();
  const clusterPath = useClusterPath();
  return (
    <section className={styles.cluster} aria-label={cluster.name}>
      <div className={styles.line}>
        <EntityName
          name={cluster.name}
          href={clusterPath(cluster.entityRef, 'overview')}
        />
        <span className={styles.about}>
          {[
            cluster.accountId,
            cluster.region,
            cluster.environment,
            cluster.owner && entityTitle(cluster.owner),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </div>
      {cluster.vanished && (
        <Alert status="warning" icon title={t('cell.vanished')} />
      )}
      {cluster.movedOutside && (
        <Alert
          status="warning"
          icon
          title={t('cell.movedOutside')}
          description={
            <>
              {cluster.movedOutside.message}{' '}
              <Age time={cluster.movedOutside.at} past />
            </>
          }
        />
      )}
      <TrackList tracks={cluster.tracks} shown={shown} />
      {cluster.rollback && <RollbackLine clock={cluster.rollback} />}
      {steps}
    </section>
  );
}
