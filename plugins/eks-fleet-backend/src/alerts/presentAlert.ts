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

import type {
  Alert,
  AlertSource,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { known } from '../database/text';
import { isWebUrl } from '../links/isWebUrl';
import { deafSources } from './sourceStates';
import type { AlertsConfig } from './readAlertsConfig';
import type { StoredAlert } from './types';

/** As people and pages get it. Pure. */
export function presentAlert(
  alert: StoredAlert,
  clusters: Alert['clusters'],
  context: { runbooks: AlertsConfig['runbooks']; sources: AlertSource[] },
): Alert {
  const isDeaf = deafSources(context.sources).some(
    ({ id }) => id === alert.sourceId,
  );
  return {
    fingerprint: alert.fingerprint,
    name: alert.name,
    severity: alert.severity,
    state: alert.state === 'firing' && isDeaf ? 'unknown' : alert.state,
    summary: known(alert.summary),
    description: known(alert.description),
    startsAt: alert.startsAt,
    endsAt: known(alert.endsAt),
    lastSeenAt: alert.lastSeenAt,
    source: { kind: alert.sourceKind, id: alert.sourceId },
    clusters,
    ambiguous: alert.ambiguous,
    joinedBy: known(alert.joinedBy),
    labels: alert.labels,
    runbook: runbookOf(alert, context.runbooks),
    links: linksOf(alert),
  };
}

function runbookOf(
  alert: StoredAlert,
  runbooks: AlertsConfig['runbooks'],
): Alert['runbook'] {
  if (isWebUrl(alert.runbookUrl)) {
    return { url: alert.runbookUrl, origin: 'alert' };
  }
  const configured = runbooks.find(({ match }) =>
    Array.from(match).every(([label, value]) => alert.labels[label] === value),
  );
  return configured && { url: configured.url, origin: 'configured' };
}

function linksOf(alert: StoredAlert): Alert['links'] {
  const links: Alert['links'] = [];
  if (isWebUrl(alert.sourceUrl)) {
    links.push({ title: 'Prometheus', url: alert.sourceUrl });
  }
  if (alert.sourceKind === 'cloudwatch') {
    const { region } = alert.labels;
    if (/^[a-z]{2}(-[a-z]+)+-\d$/.test(region)) {
      links.push({
        title: 'CloudWatch',
        url: `https://${region}.console.aws.amazon.com/cloudwatch/home?region=${region}#alarmsV2:alarm/${encodeURIComponent(
          alert.name,
        )}`,
      });
    }
  }
  return links;
}
