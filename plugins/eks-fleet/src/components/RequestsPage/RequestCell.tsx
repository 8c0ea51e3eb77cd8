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
import type { FleetRequestSummary } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useFleetLinks } from '../../hooks/useFleetLinks';
import { useTranslation } from '../../hooks/useTranslation';
import { costChangeText, formatMoney } from '../../lib/costText';
import { entityTitle } from '../../lib/entityRefs';
import { requestNow } from '../../lib/requestText';
import type { RequestColumnId } from '../../lib/requestColumns';
import { tabStop } from '../../lib/tabStop';
import { requestStates } from '../../states';
import { Age } from '../Age';
import { EndBadge } from '../EndBadge';
import { GridLine, GridLines, GridSmall } from '../GridLines';
import { StateBadge } from '../StateBadge';

/** What one column shows of a request. */
export function RequestCell(props: {
  column: RequestColumnId;
  request: FleetRequestSummary;
  tabbable: boolean;
}) {
  const { column, request, tabbable } = props;
  const t = useTranslation();
  const links = useFleetLinks();
  switch (column) {
    case 'state': {
      const look = requestStates[request.state];
      const now = requestNow(t, request);
      return (
        <GridLines title={now}>
          <GridLine>
            <StateBadge look={look}>{t(look.word)}</StateBadge>
          </GridLine>
          {now && <GridSmall>{now}</GridSmall>}
        </GridLines>
      );
    }
    case 'title':
      return (
        <GridLines title={`${request.title}\n${request.reason}`}>
          <GridLine>
            <Link
              href={links.request(request.id)}
              weight="bold"
              {...tabStop(tabbable)}
            >
              {request.title}
            </Link>
          </GridLine>
          <GridSmall>{request.reason}</GridSmall>
        </GridLines>
      );
    case 'owner':
      return (
        <GridLines title={request.owner}>
          <GridLine>{entityTitle(request.owner)}</GridLine>
          {request.environment && (
            <GridSmall>
              {request.clusters
                ? t('requests.inEnvironment', {
                    environment: request.environment,
                    count: request.clusters.length,
                  })
                : request.environment}
            </GridSmall>
          )}
        </GridLines>
      );
    case 'requested':
      return (
        <GridLines title={request.requestedBy}>
          <GridLine>{entityTitle(request.requestedBy)}</GridLine>
          <GridSmall>
            <Age time={request.requestedAt} past />
          </GridSmall>
        </GridLines>
      );
    case 'cost':
      return <Cost request={request} />;
    case 'expires':
      return request.expiresOn ? <EndBadge day={request.expiresOn} /> : <>–</>;
    default:
      return <Age time={request.updatedAt} past />;
  }
}

/** What it costs a month once it is done, and how much more that is. */
function Cost(props: { request: FleetRequestSummary }) {
  const { kind, monthlyCost } = props.request;
  const t = useTranslation();
  if (!monthlyCost) {
    return (
      <GridLines>
        <GridSmall>
          {t(
            kind === 'application'
              ? 'requests.costOfNamespace'
              : 'requests.noCost',
          )}
        </GridSmall>
      </GridLines>
    );
  }
  const { after, before, currency, isAtLeast } = monthlyCost;
  const atLeast = isAtLeast ? `${t('requests.atLeast')} ` : '';
  return (
    <GridLines>
      <GridLine>
        {atLeast}
        {costChangeText(before, after)} {currency}
      </GridLine>
      <GridSmall>
        {t('cost.after')}: {formatMoney(after.expected)} {currency}
      </GridSmall>
    </GridLines>
  );
}
