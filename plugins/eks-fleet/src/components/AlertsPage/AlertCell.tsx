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

import type { Alert } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useClusterPath } from '../../hooks/useClusterPath';
import { useTranslation } from '../../hooks/useTranslation';
import type { AlertColumnId } from '../../lib/alertColumns';
import { alertOwners } from '../../lib/alertText';
import { formatAge, formatExact } from '../../lib/time';
import { alertSeverities, alertStates } from '../../states';
import { RunbookLink } from '../AlertDetails';
import { EntityName } from '../EntityName';
import { GridLine, GridLines, GridOpen, GridSmall } from '../GridLines';
import { StateBadge } from '../StateBadge';

/** What one column shows of an alert. */
export function AlertCell(props: {
  column: AlertColumnId;
  alert: Alert;
  now: Date;
  tabbable: boolean;
  onOpen: (alert: Alert) => void;
}) {
  const { column, alert, now, tabbable, onOpen } = props;
  const t = useTranslation();
  switch (column) {
    case 'severity': {
      const look = alertSeverities[alert.severity];
      return <StateBadge look={look}>{t(look.word)}</StateBadge>;
    }
    case 'name':
      return (
        <GridLines title={alert.summary}>
          <GridOpen
            label={t('alerts.open', { name: alert.name })}
            tabbable={tabbable}
            onOpen={() => onOpen(alert)}
          >
            {alert.name}
          </GridOpen>
          <GridSmall>{alert.summary}</GridSmall>
        </GridLines>
      );
    case 'state': {
      const look = alertStates[alert.state];
      return <StateBadge look={look}>{t(look.word)}</StateBadge>;
    }
    case 'clusters':
      return <Clusters alert={alert} tabbable={tabbable} />;
    case 'owner':
      return <>{alertOwners(alert).join(', ') || '–'}</>;
    case 'since':
      return (
        <span title={formatExact(alert.startsAt)}>
          {formatAge(alert.startsAt, now) ?? '–'}
        </span>
      );
    case 'source':
      return <>{alert.source.id}</>;
    default:
      return <RunbookLink alert={alert} tabbable={tabbable} />;
  }
}

/** The first cluster, how many more, and whether it is sure which one is meant. */
function Clusters(props: { alert: Alert; tabbable: boolean }) {
  const { alert, tabbable } = props;
  const t = useTranslation();
  const clusterPath = useClusterPath();
  const [first, ...others] = alert.clusters;
  if (!first) {
    return <>{t('alerts.noCluster')}</>;
  }
  return (
    <GridLines>
      <GridLine>
        <EntityName
          name={first.name}
          href={clusterPath(first.entityRef, 'alerts', {
            alertname: alert.name,
            fingerprint: alert.fingerprint,
          })}
          tabbable={tabbable}
        />
        {others.length > 0 &&
          ` ${t('alerts.andMore', { more: `${others.length}` })}`}
      </GridLine>
      {alert.ambiguous && <small>{t('alerts.ambiguous')}</small>}
    </GridLines>
  );
}
