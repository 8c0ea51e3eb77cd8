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
import { Skeleton } from '@backstage/ui';
import type { Blocker } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { eksFleetApiRef } from '../../api';
import { useFleetQuery } from '../../hooks/useFleetQuery';
import { useTranslation } from '../../hooks/useTranslation';
import { formatDay } from '../../lib/time';
import { toReadinessQuery, type ReadinessView } from '../../lib/readinessView';
import { severityStates } from '../../states';
import { Age } from '../Age';
import { EmptyState, QueryView } from '../QueryView';
import { SidePanel } from '../SidePanel';
import { StateBadge } from '../StateBadge';
import { CauseHits } from './CauseHits';
import { OwnerMessage } from './OwnerMessage';
import styles from './CausePanel.module.css';

/** One cause: the clusters that it hits, what was found, and the message to who can clear it. */
export function CausePanel(props: {
  cause: string;
  view: ReadinessView;
  onClose: () => void;
}) {
  const { cause, view, onClose } = props;
  const t = useTranslation();
  const api = useApi(eksFleetApiRef);
  const { target, filter, fullTextFilterTerm } = toReadinessQuery(view);
  const key = JSON.stringify({ target, filter, fullTextFilterTerm, cause });
  const query = useFleetQuery(
    useCallback(() => api.listBlockers(JSON.parse(key)), [api, key]),
  );
  const blocker = query.value?.items[0];
  return (
    <SidePanel
      title={blocker?.title ?? t('readiness.whatCause')}
      onClose={onClose}
    >
      <QueryView
        query={query}
        what={t('readiness.whatCause')}
        permission="eks-fleet.cluster.read"
        skeleton={<Skeleton height={320} />}
      >
        {() =>
          blocker ? (
            <Cause blocker={blocker} target={view.target} />
          ) : (
            <EmptyState
              title={t('cause.gone')}
              detail={t('cause.goneDetail')}
            />
          )
        }
      </QueryView>
    </SidePanel>
  );
}

function Cause(props: { blocker: Blocker; target: string }) {
  const { blocker, target } = props;
  const t = useTranslation();
  const look = severityStates[blocker.severity];
  return (
    <>
      <dl className={styles.facts}>
        <dt>{t('cause.evidence')}</dt>
        <dd>
          <StateBadge look={look}>{`${t(look.word)} · ${
            blocker.code
          }`}</StateBadge>
          <div>{blocker.message}</div>
        </dd>
        {blocker.fix && (
          <>
            <dt>{t('cause.fix')}</dt>
            <dd>{blocker.fix}</dd>
          </>
        )}
        <dt>{t('cause.since')}</dt>
        <dd>
          <Age time={blocker.since} />
        </dd>
        <dt>{t('cause.clearsAt')}</dt>
        <dd>{formatDay(blocker.clearsAt) ?? t('readiness.notByItself')}</dd>
      </dl>
      <CauseHits blocker={blocker} target={target} />
      <OwnerMessage blocker={blocker} target={target} />
    </>
  );
}
