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

import { useCallback, useId, useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import { Alert, Button, SearchField, Skeleton } from '@backstage/ui';
import type { Cluster } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { eksFleetApiRef } from '../../api';
import { useFleetQuery } from '../../hooks/useFleetQuery';
import { useNow } from '../../hooks/useNow';
import { useSettled } from '../../hooks/useSettled';
import { useTranslation } from '../../hooks/useTranslation';
import { errorMessage } from '../../lib/errors';
import { supportBadge, supportSentence } from '../../lib/supportText';
import { supportStates } from '../../states';
import { StateBadge } from '../StateBadge';
import { ChosenCluster } from './ChosenCluster';
import { RadioChoice } from './RadioChoice';
import styles from './FormFields.module.css';

const TYPING_PAUSE_MS = 250;
const SHOWN = 8;

/** Clusters that our own discovery found, by their names; one of them is chosen. */
export function ClusterSearch(props: {
  /** As a template has it: the entity, the ARN or the key. */
  value: string | undefined;
  onChange: (entityRef: string) => void;
}) {
  const { onChange, value } = props;
  const t = useTranslation();
  const api = useApi(eksFleetApiRef);
  const name = useId();
  const [text, setText] = useState('');
  const settled = useSettled(text.trim(), TYPING_PAUSE_MS);
  const query = useFleetQuery(
    useCallback(
      () =>
        api.listClusters({
          filter: { origin: ['eks-fleet'] },
          ...(settled && { fullTextFilterTerm: settled }),
          orderField: 'name,asc',
          limit: SHOWN,
        }),
      [api, settled],
    ),
  );
  const { error, loading } = query;
  const found = query.value?.items ?? [];
  const hidden = (query.value?.totalItems ?? 0) - found.length;
  return (
    <>
      <SearchField
        size="small"
        label={t('formField.clusterSearch')}
        value={text}
        onChange={setText}
        maxLength={200}
      />
      {error && (
        <Alert
          status="warning"
          icon
          role="status"
          title={t('formField.clustersFailed', {
            message: errorMessage(error),
          })}
          customActions={
            <Button size="small" variant="secondary" onPress={query.retry}>
              {t('state.retry')}
            </Button>
          }
        />
      )}
      {!query.value && loading && <Skeleton height={120} />}
      <div
        role="radiogroup"
        aria-label={t('field.cluster')}
        aria-busy={loading}
        className={styles.choices}
      >
        {value && !found.some(({ entityRef }) => entityRef === value) && (
          <ChosenCluster name={name} value={value} />
        )}
        {found.map(cluster => (
          <RadioChoice
            key={cluster.entityRef}
            name={name}
            chosen={cluster.entityRef === value}
            onChoose={() => onChange(cluster.entityRef)}
          >
            <ClusterWords cluster={cluster} />
          </RadioChoice>
        ))}
      </div>
      <p role="status" className={styles.hint}>
        {query.value && !loading && found.length === 0
          ? t('formField.clustersNone')
          : hidden > 0 && t('formField.clustersMore', { count: hidden })}
      </p>
    </>
  );
}

/** Where a cluster is, its version, and how long that is supported. */
export function ClusterWords(props: { cluster: Cluster }) {
  const { cluster } = props;
  const t = useTranslation();
  const now = useNow(3600);
  return (
    <>
      <strong>{cluster.name}</strong>{' '}
      <small>
        {[
          cluster.environment,
          cluster.accountName ?? cluster.accountId,
          cluster.region,
          cluster.version,
          cluster.status !== 'ACTIVE' && cluster.status,
        ]
          .filter(Boolean)
          .join(' · ')}
      </small>{' '}
      <StateBadge
        look={supportStates[cluster.support.state]}
        title={supportSentence(cluster.support, t)}
      >
        {supportBadge(cluster.support, now, t)}
      </StateBadge>
    </>
  );
}
