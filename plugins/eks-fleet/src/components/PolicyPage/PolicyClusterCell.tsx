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
import type { PolicyCluster } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useClusterPath } from '../../hooks/useClusterPath';
import { useFleetLinks } from '../../hooks/useFleetLinks';
import { useTranslation } from '../../hooks/useTranslation';
import { entityTitle } from '../../lib/entityRefs';
import { brokenCount, cellLook } from '../../lib/policyCell';
import type { PolicyClusterColumnId } from '../../lib/policyClusterColumns';
import { clusterPlace } from '../../lib/policyText';
import { tabStop } from '../../lib/tabStop';
import { formatDay } from '../../lib/time';
import {
  observationAgeStates,
  policyCellStates,
  policyDrifts,
  policyModes,
  safeVerdicts,
} from '../../states';
import { Age } from '../Age';
import { EntityName } from '../EntityName';
import { StateBadge } from '../StateBadge';
import styles from './PolicyPage.module.css';

/** What a column says of a policy on one cluster. */
export function PolicyClusterCell(props: {
  column: PolicyClusterColumnId;
  /** Its id. */
  policy: string;
  row: PolicyCluster;
  tabbable: boolean;
}) {
  const { column, policy, row, tabbable } = props;
  const { cell, cluster } = row;
  const t = useTranslation();
  const links = useFleetLinks();
  const clusterPath = useClusterPath();
  switch (column) {
    case 'cluster':
      return (
        <span className={styles.lines}>
          <EntityName
            name={cluster.name}
            href={clusterPath(cluster.entityRef, 'policy')}
            tabbable={tabbable}
          />
          <small className={styles.line}>{clusterPlace(cluster)}</small>
        </span>
      );
    case 'environment':
      return <>{cluster.environment ?? '–'}</>;
    case 'mode':
      return <Standing row={row} />;
    case 'results':
      return brokenCount(cell) > 0 ? (
        <Link
          href={links.findings({
            filter: { policy: [policy], cluster: [cluster.arn] },
          })}
          {...tabStop(tabbable)}
        >
          {cellLook(cell).text}
        </Link>
      ) : (
        <>{cellLook(cell).text || '–'}</>
      );
    case 'safe':
      return <Safe row={row} />;
    case 'version':
      return (
        <span className={styles.lines}>
          <span className={styles.line} title={cell.version}>
            {cell.version ?? '–'}
          </span>
          {cell.drift && (
            <small className={styles.line}>
              {t(policyDrifts[cell.drift].word)}
            </small>
          )}
        </span>
      );
    case 'owner':
      return <>{cluster.owner ? entityTitle(cluster.owner) : '–'}</>;
    default:
      return cell.stale ? (
        <StateBadge look={observationAgeStates.stale}>
          <Age time={cell.observedAt} past fallback={t('age.never')} />
        </StateBadge>
      ) : (
        <Age time={cell.observedAt} past />
      );
  }
}

/** The mode, or why there is none; and whether the engine can use it. */
function Standing(props: { row: PolicyCluster }) {
  const { mode, notReadyBecause, ready, state } = props.row.cell;
  const t = useTranslation();
  const look =
    state === 'deployed' && mode ? policyModes[mode] : policyCellStates[state];
  return (
    <span className={styles.lines}>
      <StateBadge look={look}>{t(look.word)}</StateBadge>
      {ready === false && (
        <small className={styles.line} title={notReadyBecause}>
          {t('policies.cellNotReady')}
        </small>
      )}
    </span>
  );
}

/** Whether it may be switched to enforce, and why. */
function Safe(props: { row: PolicyCluster }) {
  const { message, quietSince, safeAt, verdict } = props.row.safeToEnforce;
  const t = useTranslation();
  const look = safeVerdicts[verdict];
  return (
    <span className={styles.lines} title={message}>
      <span className={styles.line}>
        <StateBadge look={look}>{t(look.word)}</StateBadge>
        {verdict === 'notYet' && safeAt && (
          <> {t('policy.safeAt', { date: formatDay(safeAt) ?? '' })}</>
        )}
        {verdict === 'safe' && quietSince && (
          <>
            {' '}
            {t('policy.quietSince', { age: <Age time={quietSince} past /> })}
          </>
        )}
      </span>
      <small className={styles.line}>{message}</small>
    </span>
  );
}
