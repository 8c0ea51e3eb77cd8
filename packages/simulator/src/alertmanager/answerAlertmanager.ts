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

import type { HttpRequest } from '../aws/types';
import type { Delivery } from '../server/AwsFrontDoor';
import { recordOf } from '../server/fields';
import { json } from '../server/json';
import type { Alertmanager, PostedAlert } from './Alertmanager';

export const ALERTMANAGER_PREFIX = '/alertmanager/';

/**
 * Answers the parts of Alertmanager's API v2 that portals read, and that
 * Prometheus sends to.
 */
export function answerAlertmanager(
  request: HttpRequest,
  alertmanager: Alertmanager,
): Delivery {
  const path = request.path.slice(ALERTMANAGER_PREFIX.length);
  switch (`${request.method} ${path}`) {
    case 'GET api/v2/alerts':
      return json(200, list(alertmanager, new URLSearchParams(request.query)));
    case 'POST api/v2/alerts':
      // A web page in the developer's browser must not reach this.
      if (request.headers.origin) {
        return json(403, 'requests from web pages are refused');
      }
      try {
        alertmanager.post(parsePosted(request.body, alertmanager));
      } catch (error) {
        return json(400, (error as Error).message);
      }
      return json(200, {});
    case 'GET api/v2/status':
      return json(200, {
        cluster: { name: 'simulated', status: 'ready', peers: [] },
        versionInfo: { version: '0.28.1' },
        config: { original: '' },
        uptime: alertmanager.now().toISOString(),
      });
    default:
      return json(404, `there is no ${request.method} ${request.path}`);
  }
}

function list(alertmanager: Alertmanager, query: URLSearchParams): unknown[] {
  const wants = (name: string) => query.get(name) !== 'false';
  const updatedAt = alertmanager.now().toISOString();
  return alertmanager
    .active()
    .filter(({ silenced }) => wants(silenced ? 'silenced' : 'active'))
    .map(alert => ({
      annotations: alert.annotations,
      endsAt: alert.endsAt.toISOString(),
      fingerprint: alert.fingerprint,
      receivers: [{ name: 'on-call' }],
      startsAt: alert.startsAt.toISOString(),
      status: {
        inhibitedBy: [],
        mutedBy: [],
        silencedBy: alert.silenced ? [`silence-${alert.fingerprint}`] : [],
        state: alert.silenced ? 'suppressed' : 'active',
      },
      updatedAt,
      generatorURL: alert.generatorUrl,
      labels: alert.labels,
    }));
}

function parsePosted(body: Buffer, alertmanager: Alertmanager): PostedAlert[] {
  const posted: unknown = JSON.parse(body.toString());
  if (!Array.isArray(posted)) {
    throw new Error('the body must be an array of alerts');
  }
  const now = alertmanager.now();
  return posted.map((one, index) => {
    const at = `[${index}]`;
    const alert = recordOf(one, at);
    const labels = texts(alert.labels, `${at}.labels`);
    if (!labels.alertname) {
      throw new Error(`${at}.labels must have an alertname`);
    }
    return {
      labels,
      annotations: texts(alert.annotations ?? {}, `${at}.annotations`),
      startsAt: time(alert.startsAt, `${at}.startsAt`) ?? now,
      endsAt: time(alert.endsAt, `${at}.endsAt`) ?? alertmanager.endOf(now),
      generatorUrl: String(alert.generatorURL ?? ''),
    };
  });
}

function texts(value: unknown, at: string): Record<string, string> {
  const record = recordOf(value, at);
  for (const [key, text] of Object.entries(record)) {
    if (typeof text !== 'string') {
      throw new Error(`${at}.${key} must be a string`);
    }
  }
  return record as Record<string, string>;
}

function time(value: unknown, at: string): Date | undefined {
  if (value === undefined) {
    return undefined;
  }
  const date = new Date(String(value));
  if (Number.isNaN(date.getTime())) {
    throw new Error(`${at} must be a time in ISO 8601`);
  }
  return date;
}
