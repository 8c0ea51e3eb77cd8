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
  AlertQuery,
  AlertSource,
  EksFleetAlertsApi,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { responseError } from './FakeFleetApi';
import { paged } from './fakeLists';

export function anAlert(part: Partial<Alert> = {}): Alert {
  return {
    fingerprint: 'f1',
    name: 'KubeAPIErrorBudgetBurn',
    severity: 'critical',
    state: 'firing',
    summary: 'The API server burns its error budget.',
    startsAt: '2026-11-23T11:25:00Z',
    lastSeenAt: '2026-11-23T11:59:00Z',
    source: { kind: 'alertmanager', id: 'main' },
    clusters: [
      {
        arn: 'arn:aws:eks:eu-west-1:111122223333:cluster/prod',
        entityRef: 'resource:default/prod-1a2b3c4d',
        name: 'prod',
        accountId: '111122223333',
        region: 'eu-west-1',
        owner: 'group:default/payments',
        environment: 'prod',
      },
    ],
    joinedBy: 'label cluster_arn',
    labels: { alertname: 'KubeAPIErrorBudgetBurn', cluster: 'prod' },
    runbook: { url: 'https://runbooks.example.com/burn', origin: 'alert' },
    links: [{ title: 'Alertmanager', url: 'https://alerts.example.com/f1' }],
    ...part,
  };
}

export function anAlertSource(part: Partial<AlertSource> = {}): AlertSource {
  return {
    kind: 'alertmanager',
    id: 'main',
    state: 'fresh',
    lastSuccessAt: '2026-11-23T11:59:00Z',
    watchdog: 'seen',
    ...part,
  };
}

/** Alerts in memory that are filtered and paged as the backend does. */
export class FakeAlertsApi implements EksFleetAlertsApi {
  readonly calls: { method: keyof EksFleetAlertsApi; args: unknown[] }[] = [];
  sources: AlertSource[] = [anAlertSource()];
  failure?: Error;
  #alerts: Alert[];

  constructor(alerts: Alert[] = []) {
    this.#alerts = alerts;
  }

  async listAlerts(query: AlertQuery = {}) {
    this.#called('listAlerts', query);
    const asked: AlertQuery = query.cursor
      ? JSON.parse(query.cursor).asked
      : { filter: query.filter, fullTextFilterTerm: query.fullTextFilterTerm };
    const fitting = this.#alerts.filter(alert => fits(alert, asked));
    const count = (key: 'severity' | 'state') => {
      const counts: Record<string, number> = {};
      for (const alert of fitting) {
        counts[alert[key]] = (counts[alert[key]] ?? 0) + 1;
      }
      return counts;
    };
    return {
      ...paged(
        fitting.map(({ changes: _, ...alert }) => alert),
        query,
        asked,
      ),
      totalItems: fitting.length,
      counts: { severity: count('severity'), state: count('state') },
      sources: this.sources,
    };
  }

  async getAlert(source: string, fingerprint: string) {
    this.#called('getAlert', source, fingerprint);
    const found = this.#alerts.find(
      alert => alert.source.id === source && alert.fingerprint === fingerprint,
    );
    if (!found) {
      throw responseError(404, 'There is no such alert');
    }
    return found;
  }

  callsOf(method: keyof EksFleetAlertsApi): unknown[][] {
    return this.calls
      .filter(call => call.method === method)
      .map(call => call.args);
  }

  #called(method: keyof EksFleetAlertsApi, ...args: unknown[]) {
    this.calls.push({ method, args });
    if (this.failure) {
      throw this.failure;
    }
  }
}

function fits(alert: Alert, query: AlertQuery): boolean {
  const text = query.fullTextFilterTerm?.toLocaleLowerCase('en-US') ?? '';
  const values: Record<string, (string | undefined)[]> = {
    state: [alert.state],
    severity: [alert.severity],
    source: [alert.source.id],
    environment: alert.clusters.map(({ environment }) => environment),
    owner: alert.clusters.map(({ owner }) => owner),
    cluster: alert.clusters.map(({ arn }) => arn),
  };
  const filter = { state: ['firing', 'silenced'], ...query.filter };
  return (
    alert.name.toLocaleLowerCase('en-US').includes(text) &&
    Object.entries(filter).every(([key, wanted]) =>
      values[key].some(value => wanted.includes(value ?? '')),
    )
  );
}
