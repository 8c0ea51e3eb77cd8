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

import { useParams } from 'react-router-dom';
import { ButtonLink, Skeleton } from '@backstage/ui';
import type { FleetRequest } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useFleetLinks } from '../../hooks/useFleetLinks';
import { useFleetStop } from '../../hooks/useFleetStop';
import { useRequest } from '../../hooks/useRequest';
import { useTranslation } from '../../hooks/useTranslation';
import { isNotFound } from '../../lib/errors';
import { CostView } from '../RequestCost';
import { FleetStopBanner } from '../FleetStop';
import { Panel } from '../Panel';
import { EmptyState, QueryView } from '../QueryView';
import { VerdictView } from '../RequestVerdict';
import { FilesPanel } from './FilesPanel';
import { LogPanel } from './LogPanel';
import { RequestFacts } from './RequestFacts';
import { RequestHeader } from './RequestHeader';
import { RequestLine } from './RequestLine';
import { SpecPanel } from './SpecPanel';
import { TalkPanel } from './TalkPanel';
import styles from './RequestPage.module.css';

/** One request: how far it is, what happens now, what is wanted, and what can be done. */
export function RequestPage() {
  const { request: id = '' } = useParams();
  const t = useTranslation();
  const links = useFleetLinks();
  const query = useRequest(id);
  if (query.error && isNotFound(query.error)) {
    return (
      <EmptyState
        title={t('request.notThere')}
        detail={t('request.notThereDetail')}
        action={
          <ButtonLink href={links.requests()}>{t('request.all')}</ButtonLink>
        }
      />
    );
  }
  return (
    <QueryView
      query={query}
      what={t('request.what')}
      permission="eks-fleet.request.read"
      skeleton={<RequestSkeleton />}
    >
      {request => (
        <RequestContent
          key={request.id}
          request={request}
          onChanged={query.retry}
        />
      )}
    </QueryView>
  );
}

function RequestContent(props: {
  request: FleetRequest;
  onChanged: () => void;
}) {
  const { request, onChanged } = props;
  const { approval, cost, preflight } = request;
  const t = useTranslation();
  const stop = useFleetStop();
  return (
    <div className={styles.page}>
      <FleetStopBanner stop={request.isOver ? undefined : stop.value} />
      <RequestHeader request={request} onChanged={onChanged} />
      <RequestLine request={request} />
      <div className={styles.columns}>
        <div className={styles.column}>
          <SpecPanel request={request} />
          <FilesPanel request={request} />
        </div>
        <div className={styles.column}>
          <Panel title={t('request.verdict')}>
            <VerdictView verdict={preflight} approval={approval} />
          </Panel>
          <Panel title={t('cost.title')}>
            {cost ? <CostView cost={cost} /> : t('cost.none')}
          </Panel>
          <RequestFacts request={request} />
          <TalkPanel request={request} onChanged={onChanged} />
          <LogPanel request={request} />
        </div>
      </div>
    </div>
  );
}

function RequestSkeleton() {
  return (
    <>
      <Skeleton height={36} width="60%" style={{ marginBlock: 12 }} />
      <Skeleton height={112} style={{ marginBlock: 12 }} />
      <Skeleton height={320} />
    </>
  );
}
