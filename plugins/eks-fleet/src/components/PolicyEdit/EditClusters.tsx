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
import type {
  PolicyEditCluster,
  PolicyEditCounts,
  PolicySetting,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useTranslation } from '../../hooks/useTranslation';
import { fieldText } from '../../lib/policyEdit';
import { clusterPlace } from '../../lib/policyText';
import { policyEditEffects, policyModes, safeVerdicts } from '../../states';
import type { Translate } from '../../translation';
import { DataTable } from '../DataTable';
import { StateBadge } from '../StateBadge';
import styles from './PolicyEdit.module.css';

/** What changes on each cluster, and where something else has the last word. */
export function EditClusters(props: {
  clusters: PolicyEditCluster[];
  counts: PolicyEditCounts;
}) {
  const { clusters, counts } = props;
  const t = useTranslation();
  const all = counts.changes + counts.same + counts.overridden + counts.unknown;
  return (
    <>
      <DataTable label={t('policyEdit.clusters')}>
        <thead>
          <tr>
            <th scope="col">{t('policyEdit.cluster')}</th>
            <th scope="col">{t('policyEdit.effect')}</th>
            <th scope="col">{t('policyEdit.setting')}</th>
            <th scope="col">{t('policyEdit.note')}</th>
          </tr>
        </thead>
        <tbody>
          {clusters.map(each => (
            <Row key={each.cluster.arn} row={each} />
          ))}
        </tbody>
      </DataTable>
      {all > clusters.length && (
        <Text as="p" color="secondary">
          {t('policyEdit.moreClusters', { count: all - clusters.length })}
        </Text>
      )}
    </>
  );
}

function Row(props: { row: PolicyEditCluster }) {
  const { after, before, cluster, effect, overriddenBy, problem } = props.row;
  const { safeToEnforce } = props.row;
  const t = useTranslation();
  const look = policyEditEffects[effect];
  const safe = safeToEnforce && safeVerdicts[safeToEnforce.verdict];
  return (
    <tr>
      <th scope="row">
        <span className={styles.lines}>
          {cluster.name}
          <small>{clusterPlace(cluster)}</small>
        </span>
      </th>
      <td>
        <StateBadge look={look}>{t(look.word)}</StateBadge>
      </td>
      <td>
        {before && after && (
          <span className={styles.lines}>
            {before.mode === after.mode
              ? t(policyModes[after.mode].word)
              : t('policyEdit.beforeAfter', {
                  before: t(policyModes[before.mode].word),
                  after: t(policyModes[after.mode].word),
                })}
            {otherSettings(t, before, after).map(text => (
              <small key={text}>{text}</small>
            ))}
          </span>
        )}
      </td>
      <td>
        <span className={styles.lines}>
          {overriddenBy && (
            <span>
              {t('policyEdit.overriddenBy', { paths: overriddenBy.join(', ') })}
            </span>
          )}
          {problem}
          {safe && (
            <span title={safeToEnforce.message}>
              <StateBadge look={safe}>{t(safe.word)}</StateBadge>
              <small>{safeToEnforce.message}</small>
            </span>
          )}
        </span>
      </td>
    </tr>
  );
}

function otherSettings(
  t: Translate,
  before: PolicySetting,
  after: PolicySetting,
): string[] {
  const names = new Set([
    ...Object.keys(before.parameters ?? {}),
    ...Object.keys(after.parameters ?? {}),
  ]);
  const namespaces = (setting: PolicySetting) =>
    setting.exclude?.namespaces?.length
      ? t('policyEdit.excluded', {
          namespaces: setting.exclude.namespaces.join(', '),
        })
      : t('policyEdit.excludedNone');
  return [
    ...[...names].map(name =>
      t('policyEdit.parameter', {
        name,
        value: t('policyEdit.beforeAfter', {
          before: fieldText(before.parameters?.[name]),
          after: fieldText(after.parameters?.[name]),
        }),
      }),
    ),
    ...(after.exclude
      ? [
          t('policyEdit.beforeAfter', {
            before: namespaces(before),
            after: namespaces(after),
          }),
        ]
      : []),
  ];
}
