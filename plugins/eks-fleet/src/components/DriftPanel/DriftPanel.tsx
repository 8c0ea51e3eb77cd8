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

import { useCallback } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import { Skeleton, Text } from '@backstage/ui';
import type { ClusterDrift } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { eksFleetApiRef } from '../../api';
import { useEntityName } from '../../hooks/useEntityName';
import { useFleetQuery } from '../../hooks/useFleetQuery';
import { useTranslation } from '../../hooks/useTranslation';
import { isNotFound } from '../../lib/errors';
import { driftStates } from '../../states';
import { Moment } from '../Moment';
import { Panel } from '../Panel';
import { QueryView } from '../QueryView';
import { StateBadge } from '../StateBadge';
import { DriftSourceLine } from './DriftSourceLine';
import { DriftTable } from './DriftTable';
import { DriftWaysOut } from './DriftWaysOut';
import { UncomparedFields } from './UncomparedFields';
import styles from './DriftPanel.module.css';

const POLL_SECONDS = 60;

/**
 * Where EKS has the cluster other than Git says, and the two ways out; nothing
 * where clusters are not compared with Git.
 */
export function DriftPanel(props: {
  /** Read again when it grows. */
  revision: number;
}) {
  const { revision } = props;
  const t = useTranslation();
  const api = useApi(eksFleetApiRef);
  const { namespace, name } = useEntityName();
  const query = useFleetQuery(
    useCallback(
      () => api.getDrift(namespace, name),
      // eslint-disable-next-line react-hooks/exhaustive-deps
      [api, namespace, name, revision],
    ),
    { pollSeconds: POLL_SECONDS },
  );
  if (!query.value && isNotFound(query.error)) {
    return null;
  }
  return (
    <Panel
      title={t('drift.title')}
      actions={query.value && <DriftBadge drift={query.value} />}
    >
      <QueryView
        query={query}
        what={t('drift.what')}
        permission="eks-fleet.cluster.read"
        skeleton={<Skeleton height={120} />}
      >
        {drift => <Drift drift={drift} onChanged={query.retry} />}
      </QueryView>
    </Panel>
  );
}

function DriftBadge(props: { drift: ClusterDrift }) {
  const { since, state } = props.drift;
  const t = useTranslation();
  const look = driftStates[state];
  return (
    <>
      <StateBadge look={look}>{t(look.word)}</StateBadge>
      {since && (
        <Text as="span" variant="body-small" color="secondary">
          <Moment time={since} />
        </Text>
      )}
    </>
  );
}

function Drift(props: { drift: ClusterDrift; onChanged: () => void }) {
  const { drift, onChanged } = props;
  const { differences, git, message, state, uncompared } = drift;
  const t = useTranslation();
  return (
    <div className={styles.drift}>
      {state === 'none' && (
        <>
          <Text as="p" weight="bold">
            {t('drift.none')}
          </Text>
          <Text as="p" color="secondary">
            {t('drift.noneDetail')}
          </Text>
        </>
      )}
      {state === 'notInGit' && (
        <>
          <Text as="p" weight="bold">
            {t('drift.notInGit')}
          </Text>
          <Text as="p" color="secondary">
            {t('drift.notInGitDetail', { message: sentence(message) })}
          </Text>
        </>
      )}
      {state === 'unknown' && (
        <>
          <Text as="p" weight="bold">
            {t('drift.unknown')}
          </Text>
          {message && (
            <Text as="p" color="secondary">
              {sentence(message)}
            </Text>
          )}
        </>
      )}
      {state === 'changing' && <Text as="p">{t('drift.changing')}</Text>}
      {differences.length > 0 && <DriftTable differences={differences} />}
      {git && <DriftSourceLine git={git} />}
      <UncomparedFields uncompared={uncompared} />
      {differences.length > 0 && (
        <DriftWaysOut drift={drift} onChanged={onChanged} />
      )}
    </div>
  );
}

function sentence(message = ''): string {
  return message === '' || message.endsWith('.') ? message : `${message}.`;
}
