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

import { z } from 'zod';
import { utc } from '../database/text';
import { isRecord, safeText } from '../inventory/safeText';
import { toSeverity } from './toSeverity';
import type { ReceivedAlert } from './types';

const LABELS = 64;

const fromApi = z.array(
  z.object({
    fingerprint: z.string().min(1),
    status: z.object({ state: z.string() }),
    labels: z.record(z.string(), z.string()),
    annotations: z.record(z.string(), z.string()).optional(),
    startsAt: z.string(),
    endsAt: z.string().optional(),
    generatorURL: z.string().optional(),
  }),
);

/**
 * What `GET /api/v2/alerts` of Alertmanager answered.
 *
 * @throws ZodError where it is something else
 */
export function fromAlertmanagerApi(body: unknown): ReceivedAlert[] {
  return fromApi.parse(body).map(alert =>
    toAlert({
      ...alert,
      state: alert.status.state === 'suppressed' ? 'silenced' : 'firing',
      // While it fires, this is only when Prometheus would give it up.
      endsAt: '',
    }),
  );
}

/** One alert of Alertmanager's webhook, version 4, checked by the route. */
export interface WebhookAlert {
  status: 'firing' | 'resolved';
  labels: Record<string, string>;
  annotations?: Record<string, string>;
  startsAt: string;
  endsAt?: string;
  generatorURL?: string;
  fingerprint: string;
}

export function fromAlertmanagerWebhook(alert: WebhookAlert): ReceivedAlert {
  return toAlert({
    ...alert,
    state: alert.status,
    endsAt: alert.status === 'resolved' ? alert.endsAt : '',
  });
}

function toAlert(alert: {
  fingerprint: string;
  state: ReceivedAlert['state'];
  labels: Record<string, string>;
  annotations?: Record<string, string>;
  startsAt: string;
  endsAt?: string;
  generatorURL?: string;
}): ReceivedAlert {
  const labels = toLabels(alert.labels);
  const annotations = isRecord(alert.annotations) ? alert.annotations : {};
  return {
    fingerprint: safeText(alert.fingerprint, 128),
    name: safeText(labels.alertname, 200) || 'unnamed',
    severity: toSeverity(labels.severity),
    state: alert.state,
    summary: safeText(annotations.summary ?? annotations.message, 500),
    description: safeText(annotations.description, 2000),
    startsAt: utc(alert.startsAt),
    endsAt: utc(alert.endsAt),
    labels,
    sourceUrl: safeText(alert.generatorURL, 2000),
    runbookUrl: safeText(annotations.runbook_url, 2000),
  };
}

function toLabels(labels: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(labels)
      .slice(0, LABELS)
      .map(([key, value]) => [safeText(key, 128), safeText(value, 500)]),
  );
}
