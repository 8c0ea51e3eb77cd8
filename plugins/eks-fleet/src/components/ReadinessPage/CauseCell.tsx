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

import type { Blocker } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useTranslation } from '../../hooks/useTranslation';
import type { CauseColumnId } from '../../lib/readinessColumns';
import { ownerText } from '../../lib/readinessReport';
import { tabStop } from '../../lib/tabStop';
import { formatDay, formatExact } from '../../lib/time';
import { severityStates } from '../../states';
import { Age } from '../Age';
import { StateBadge } from '../StateBadge';
import styles from './CauseCell.module.css';

const OWNERS_SHOWN = 2;

/** What a cause's row shows in a column. */
export function CauseCell(props: {
  column: CauseColumnId;
  cause: Blocker;
  tabbable: boolean;
  onOpen: (cause: Blocker) => void;
}) {
  const { column, cause, tabbable, onOpen } = props;
  const t = useTranslation();
  switch (column) {
    case 'cause': {
      const look = severityStates[cause.severity];
      return (
        <span className={styles.cause}>
          <button
            type="button"
            className={styles.open}
            title={cause.title}
            aria-label={t('readiness.openCause', { title: cause.title })}
            {...tabStop(tabbable)}
            onClick={() => onOpen(cause)}
          >
            {cause.title}
          </button>
          <StateBadge look={look}>{`${t(look.word)} · ${
            cause.code
          }`}</StateBadge>
        </span>
      );
    }
    case 'clusters':
      return (
        <span className={styles.lines}>
          <strong>{cause.clusters}</strong>
          {cause.waived > 0 && (
            <small>{t('readiness.waived', { count: cause.waived })}</small>
          )}
        </span>
      );
    case 'owners': {
      const owners = cause.owners.map(
        ({ owner, clusters }) => `${ownerText(t, owner)} ${clusters}`,
      );
      const more = owners.length - OWNERS_SHOWN;
      return (
        <span className={styles.lines} title={owners.join(', ')}>
          {owners.slice(0, OWNERS_SHOWN).map(owner => (
            <span key={owner} className={styles.owner}>
              {owner}
            </span>
          ))}
          {more > 0 && <small>+{more}</small>}
        </span>
      );
    }
    case 'since':
      return <Age time={cause.since} />;
    case 'clearsAt':
      return cause.clearsAt ? (
        <time dateTime={cause.clearsAt} title={formatExact(cause.clearsAt)}>
          {formatDay(cause.clearsAt)}
        </time>
      ) : (
        <span className={styles.quiet}>{t('readiness.notByItself')}</span>
      );
    default:
      return (
        <span className={styles.fix} title={cause.fix}>
          {cause.fix ?? '–'}
        </span>
      );
  }
}
