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
import { useTranslation } from '../../hooks/useTranslation';
import { formatDay } from '../../lib/time';
import type { VersionOnDay } from '../../lib/versionForecast';
import { supportStates } from '../../states';
import { StateBadge } from '../StateBadge';
import styles from './VersionsTable.module.css';

/** The versions chart as a table. */
export function VersionsTable(props: {
  versions: VersionOnDay[];
  hrefOf: (version: string) => string;
}) {
  const t = useTranslation();
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{t('overview.version')}</th>
          <th scope="col">{t('page.clusters')}</th>
          <th scope="col">{t('overview.supportState')}</th>
          <th scope="col">{t('overview.supportEnds')}</th>
        </tr>
      </thead>
      <tbody>
        {props.versions.map(({ version, clusters, state, endsAt }) => (
          <tr key={version}>
            <th scope="row">
              <Link href={props.hrefOf(version)}>{version}</Link>
            </th>
            <td>{clusters}</td>
            <td>
              <StateBadge look={supportStates[state]}>
                {t(supportStates[state].word)}
              </StateBadge>
            </td>
            <td>{formatDay(endsAt) ?? '–'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
