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

import { useId, useState } from 'react';
import { Link } from '@backstage/ui';
import { RiArrowDownSLine, RiArrowRightSLine } from '@remixicon/react';
import type { Target } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useFleetLinks } from '../../hooks/useFleetLinks';
import { useNow } from '../../hooks/useNow';
import { useTranslation } from '../../hooks/useTranslation';
import { targetName } from '../../lib/targetView';
import { formatAge, formatDay, formatExact } from '../../lib/time';
import { targetStates } from '../../states';
import { Age } from '../Age';
import { StateBadge } from '../StateBadge';
import { RefreshButton } from './RefreshButton';
import { hasDetails, TargetDetails } from './TargetDetails';
import type { RefreshTargets } from './useRefreshTargets';
import styles from './TargetTable.module.css';

/** One source: its state, the reason in plain words, and what can be done. */
export function TargetRow(props: { target: Target; refresh: RefreshTargets }) {
  const { target, refresh } = props;
  const t = useTranslation();
  const links = useFleetLinks();
  const now = useNow();
  const [open, setOpen] = useState(false);
  const detailsId = useId();
  const look = targetStates[target.state];
  const name = targetName(target);
  const since = target.error?.since ?? target.unmanagedSince;
  const Arrow = open ? RiArrowDownSLine : RiArrowRightSLine;
  return (
    <>
      <tr>
        <th scope="row" className={styles.account}>
          {target.accountName ?? target.accountId}
          <span className={styles.id}>
            {target.accountName ? target.accountId : target.provider}
          </span>
        </th>
        <td className={styles.nowrap}>
          <RegionName target={target} />
        </td>
        <td className={styles.nowrap}>
          <StateBadge look={look}>{t(look.word)}</StateBadge>
          {since && (
            <span className={styles.since} title={formatExact(since)}>
              {t('sources.since', { age: formatAge(since, now) ?? '' })}
            </span>
          )}
        </td>
        <td className={styles.reason}>
          {t(partlyRead(target) ? 'sources.partlyRead' : look.reason)}
          {target.error && (
            <span className={styles.message} title={target.error.message}>
              {target.error.message}
            </span>
          )}
          {target.removeAt && (
            <span
              className={styles.message}
              title={formatExact(target.removeAt)}
            >
              {t('sources.removeAt', {
                when: formatDay(target.removeAt) ?? '?',
              })}
            </span>
          )}
          {hasDetails(target) && (
            <button
              type="button"
              className={styles.toggle}
              aria-expanded={open}
              aria-controls={detailsId}
              aria-label={t('sources.details', { target: name })}
              onClick={() => setOpen(!open)}
            >
              <Arrow size={14} aria-hidden />
              {detailsText(t, target)}
            </button>
          )}
        </td>
        <td data-align="end">
          {target.clusterCount > 0 ? (
            <Link
              href={links.clusters({
                filter: {
                  account: [target.accountId],
                  ...(target.kind === 'region'
                    ? { region: [target.region] }
                    : {}),
                },
              })}
            >
              {target.clusterCount}
            </Link>
          ) : (
            target.clusterCount
          )}
        </td>
        <td className={`${styles.nowrap} ${styles.wide}`}>
          <Age time={target.lastSuccessAt} fallback={t('age.never')} />
        </td>
        <td className={`${styles.nowrap} ${styles.wide}`}>
          <Age time={target.nextAttemptAt} />
        </td>
        <td>
          <RefreshButton
            refresh={refresh}
            target={target}
            label={t('sources.refreshOne', { target: name })}
          />
        </td>
      </tr>
      {open && (
        <tr id={detailsId} className={styles.details}>
          <td colSpan={8}>
            <TargetDetails target={target} />
          </td>
        </tr>
      )}
    </>
  );
}

/** Whether a scan went well but for some clusters. */
function partlyRead(target: Target): boolean {
  return (
    target.state === 'fresh' &&
    target.unreadable.length + target.rejects.length > 0
  );
}

function RegionName(props: { target: Target }) {
  const t = useTranslation();
  switch (props.target.kind) {
    case 'organization':
      return <>{t('sources.organization')}</>;
    case 'account':
      return <>{t('sources.allRegions')}</>;
    default:
      return <>{props.target.region}</>;
  }
}

function detailsText(
  t: ReturnType<typeof useTranslation>,
  target: Target,
): string {
  const { unreadable, rejects } = target;
  const parts = [];
  if (unreadable.length) {
    parts.push(t('sources.unreadable', { count: unreadable.length }));
  }
  if (rejects.length) {
    parts.push(t('sources.rejects', { count: rejects.length }));
  }
  return parts.join(', ') || t('sources.mend');
}
