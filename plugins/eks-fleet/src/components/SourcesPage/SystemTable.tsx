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
import type { SystemSource } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useNow } from '../../hooks/useNow';
import { useTranslation } from '../../hooks/useTranslation';
import { safeUrl } from '../../lib/safeUrl';
import { systemKindText } from '../../lib/sourceText';
import { formatAge, formatExact } from '../../lib/time';
import { sourceReasonKey, sourceStates } from '../../states';
import { Age } from '../Age';
import { StateBadge } from '../StateBadge';
import styles from './TargetTable.module.css';

/** One row each: its state, the reason in plain words, and what mends it. */
export function SystemTable(props: { systems: SystemSource[] }) {
  const t = useTranslation();
  return (
    <div className={styles.scroller}>
      <table className={styles.table} aria-label={t('systems.table')}>
        <thead>
          <tr>
            <th scope="col">{t('systems.name')}</th>
            <th scope="col">{t('systems.state')}</th>
            <th scope="col">{t('systems.reason')}</th>
            <th scope="col">{t('systems.lastSuccess')}</th>
          </tr>
        </thead>
        <tbody>
          {props.systems.map(system => (
            <SystemRow key={`${system.kind}/${system.id}`} system={system} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function SystemRow(props: { system: SystemSource }) {
  const { error, id, kind, lastSuccessAt, notes, state, url, watchdog } =
    props.system;
  const t = useTranslation();
  const now = useNow();
  const look = sourceStates[state];
  const href = url && safeUrl(url);
  return (
    <tr>
      <th scope="row" className={styles.account}>
        {href ? <Link href={href}>{id}</Link> : id}
        <span className={styles.id}>{systemKindText(kind, t)}</span>
      </th>
      <td className={styles.nowrap}>
        <StateBadge look={look}>
          {state === 'pending' ? t('age.never') : t(look.word)}
        </StateBadge>
        {error?.since && (
          <span className={styles.since} title={formatExact(error.since)}>
            {t('sources.since', { age: formatAge(error.since, now) ?? '?' })}
          </span>
        )}
      </td>
      <td className={styles.reason}>
        {t(sourceReasonKey(kind, state))}
        {error && (
          <span className={styles.message} title={error.message}>
            {error.message}
          </span>
        )}
        {watchdog === 'lost' && <div>{t('systems.watchdogLost')}</div>}
        {notes?.map(note => (
          <div key={note}>{note}</div>
        ))}
      </td>
      <td className={styles.nowrap}>
        <Age time={lastSuccessAt} fallback={t('age.never')} past />
      </td>
    </tr>
  );
}
