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

import { Text } from '@backstage/ui';
import type { SourcePart } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useTranslation } from '../../hooks/useTranslation';
import { observationKindText } from '../../lib/observationText';
import { sourceStates } from '../../states';
import { Age } from '../Age';
import { DataTable } from '../DataTable';
import { StateBadge } from '../StateBadge';
import styles from './SourcePanel.module.css';

/** Each kind of fact that a source brings, the worst first. */
export function SourceParts(props: { parts: SourcePart[] }) {
  const t = useTranslation();
  return (
    <section className={styles.part}>
      <Text as="h4" variant="body-medium" weight="bold">
        {t('clusterSources.parts')}
      </Text>
      <DataTable label={t('clusterSources.parts')}>
        <thead>
          <tr>
            <th scope="col">{t('clusterSources.part')}</th>
            <th scope="col">{t('sources.state')}</th>
            <th scope="col">{t('clusterSources.seen')}</th>
            <th scope="col">{t('clusterSources.lastTry')}</th>
            <th scope="col">{t('sources.nextTry')}</th>
          </tr>
        </thead>
        <tbody>
          {props.parts.map(part => {
            const look = sourceStates[part.state];
            return (
              <tr key={part.kind}>
                <th scope="row">
                  {observationKindText(part.kind, t)}
                  {part.pushed && (
                    <div className={styles.quiet}>
                      {t('observationWay.pushed')}
                    </div>
                  )}
                </th>
                <td data-nowrap>
                  <StateBadge look={look}>{t(look.word)}</StateBadge>
                </td>
                <td data-nowrap>
                  <Age time={part.observedAt} fallback={t('age.never')} past />
                </td>
                <td data-nowrap>
                  <Age time={part.attemptedAt} past />
                </td>
                <td data-nowrap>
                  <Age time={part.nextAttemptAt} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </DataTable>
    </section>
  );
}
