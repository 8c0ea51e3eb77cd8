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

import { RiEyeOffLine, RiPauseCircleLine, RiTimeLine } from '@remixicon/react';
import type { PolicyMatrixColumn } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { Link } from 'react-router-dom';
import { useTranslation } from '../../hooks/useTranslation';
import { isColumn, rowEngines, type MatrixRow } from '../../lib/policyMatrix';
import { policyTitle } from '../../lib/policyText';
import { tabStop } from '../../lib/tabStop';
import { policySeverities } from '../../states';
import { StateBadge } from '../StateBadge';
import styles from './MatrixHeaders.module.css';

/** How much of the end of a name is always shown. */
const TAIL = 8;

/** A policy at the head of its row; leads to its page. */
export function RowHeader(props: { row: MatrixRow; href: string }) {
  const { row, href } = props;
  const { policy } = row;
  const t = useTranslation();
  const severity = policySeverities[policy.severity];
  const title = policyTitle(policy);
  const engine = rowEngines(row)
    .map(one => t(`policyEngine.${one}`))
    .join(', ');
  return (
    <div className={styles.row}>
      <Link
        to={href}
        title={[title, policy.name, policy.description]
          .filter((text, index, all) => text && all.indexOf(text) === index)
          .join('\n')}
        aria-label={t('policies.openPolicy', {
          name: title,
          engine,
          severity: t(severity.word),
        })}
        className={styles.name}
        {...tabStop(false)}
      >
        {title}
      </Link>
      <span className={styles.about}>
        <StateBadge look={severity}>{t(severity.word)}</StateBadge>
        <span className={styles.engine}>{engine}</span>
      </span>
    </div>
  );
}

/** A cluster, or what clusters share, at the head of its column. */
export function ColumnHeader(props: {
  column: PolicyMatrixColumn;
  href: string | undefined;
  /** Lying down, where columns are wide enough. */
  flat: boolean;
}) {
  const { column, href, flat } = props;
  const t = useTranslation();
  const title = column.title || t('clusters.none');
  return (
    <div className={styles.column} data-flat={flat || undefined}>
      {href ? (
        <Link
          to={href}
          title={title}
          className={styles.title}
          {...tabStop(false)}
        >
          <CutTitle title={title} />
        </Link>
      ) : (
        <span title={title} className={styles.title}>
          <CutTitle title={title} />
        </span>
      )}
      {flat && (
        <small className={styles.engine}>
          {t('policies.columnClusters', { count: column.clusters })}
        </small>
      )}
      <span className={styles.marks} aria-hidden>
        {column.stale && <RiTimeLine size={13} />}
        {column.unknown && <RiEyeOffLine size={13} />}
        {isColumn(column, 'noEngine') && <RiPauseCircleLine size={13} />}
      </span>
    </div>
  );
}

/** A name cut in its middle where there is no room: clusters differ at their ends. */
function CutTitle(props: { title: string }) {
  const { title } = props;
  return (
    <>
      <span className={styles.start}>{title.slice(0, -TAIL)}</span>
      <span>{title.slice(-TAIL)}</span>
    </>
  );
}
