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
import type { ExceptionRequest } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useTranslation } from '../../hooks/useTranslation';
import { entityTitle } from '../../lib/entityRefs';
import type { ExceptionRequestColumnId } from '../../lib/exceptionRequestColumns';
import { exceptionScopeText } from '../../lib/exceptionScopeText';
import { policyName } from '../../lib/policyText';
import { safeUrl } from '../../lib/safeUrl';
import { tabStop } from '../../lib/tabStop';
import { formatDay, formatExact } from '../../lib/time';
import { exceptionRequestStates, pullRequestStates } from '../../states';
import { Age } from '../Age';
import { GridLine, GridLines, GridOpen, GridSmall } from '../GridLines';
import { StateBadge } from '../StateBadge';

/** What one column shows of a request. */
export function RequestCell(props: {
  column: ExceptionRequestColumnId;
  request: ExceptionRequest;
  tabbable: boolean;
  onOpen: (request: ExceptionRequest) => void;
}) {
  const { column, request, tabbable, onOpen } = props;
  const { message, policy, state } = request;
  const t = useTranslation();
  switch (column) {
    case 'state':
      return (
        <StateBadge look={exceptionRequestStates[state]} title={message}>
          {t(exceptionRequestStates[state].word)}
        </StateBadge>
      );
    case 'policy': {
      const name = policyName(policy);
      return (
        <GridLines>
          <GridOpen
            label={t('exceptionRequests.open', { name })}
            tabbable={tabbable}
            onOpen={() => onOpen(request)}
          >
            {name}
          </GridOpen>
          <GridSmall>{t(`policyEngine.${policy.engine}`)}</GridSmall>
        </GridLines>
      );
    }
    case 'scope':
      return (
        <GridLines title={request.reason}>
          <GridLine>{exceptionScopeText(t, request.scope)}</GridLine>
          <GridSmall>{request.reason}</GridSmall>
        </GridLines>
      );
    case 'clusters':
      return <Clusters request={request} />;
    case 'requestedBy':
      return (
        <GridLines>
          <GridLine>{entityTitle(request.requestedBy)}</GridLine>
          <GridSmall>
            <Age time={request.requestedAt} past />
          </GridSmall>
        </GridLines>
      );
    case 'until':
      return (
        <time
          dateTime={request.expiresAt}
          title={formatExact(request.expiresAt)}
        >
          {formatDay(request.expiresAt) ?? '–'}
        </time>
      );
    default:
      return <PullRequest request={request} tabbable={tabbable} />;
  }
}

/** The clusters, and on how many of them it is in force. */
function Clusters(props: { request: ExceptionRequest }) {
  const { clusters, inForceOn } = props.request;
  const t = useTranslation();
  const names = clusters.map(({ cluster }) => cluster.name).join(', ');
  return (
    <GridLines title={names}>
      <GridLine>{names}</GridLine>
      <GridSmall>
        {t('exceptionRequests.inForceOn', {
          seen: `${inForceOn}`,
          clusters: t('exceptionRequests.clusters', { count: clusters.length }),
        })}
      </GridSmall>
    </GridLines>
  );
}

/** That of its removal once there is one. */
function PullRequest(props: { request: ExceptionRequest; tabbable: boolean }) {
  const { pullRequest, removal } = props.request;
  const t = useTranslation();
  const shown = removal ?? pullRequest;
  const href = shown && safeUrl(shown.url);
  if (!shown) {
    return <>–</>;
  }
  const look = pullRequestStates[shown.state];
  return (
    <GridLines>
      {href ? (
        <Link
          href={href}
          target="_blank"
          title={href}
          {...tabStop(props.tabbable)}
        >
          #{shown.number}
        </Link>
      ) : (
        <>#{shown.number}</>
      )}
      <StateBadge look={look}>{t(look.word)}</StateBadge>
    </GridLines>
  );
}
