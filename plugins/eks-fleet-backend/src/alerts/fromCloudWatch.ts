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

import type { AlertSeverity } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { z } from 'zod';
import { utc } from '../database/text';
import { safeText } from '../inventory/safeText';
import { toSeverity } from './toSeverity';
import type { ReceivedAlert } from './types';

const schema = z.object({
  'detail-type': z.literal('CloudWatch Alarm State Change'),
  account: z.string().regex(/^\d{12}$/),
  region: z.string().min(1).max(40),
  time: z.string(),
  resources: z.array(z.string()).min(1),
  detail: z.object({
    alarmName: z.string().min(1),
    state: z.object({
      value: z.enum(['OK', 'ALARM', 'INSUFFICIENT_DATA']),
      reason: z.string().optional(),
      timestamp: z.string().optional(),
    }),
    configuration: z
      .object({
        description: z.string().optional(),
        metrics: z
          .array(
            z.object({
              metricStat: z
                .object({
                  metric: z.object({
                    namespace: z.string().optional(),
                    name: z.string().optional(),
                    dimensions: z.record(z.string(), z.string()).optional(),
                  }),
                })
                .optional(),
            }),
          )
          .optional(),
      })
      .optional(),
  }),
});

/**
 * An EventBridge event `CloudWatch Alarm State Change`. What it is about is
 * told by its account and Region and the dimension `ClusterName`; an alarm that
 * has no data is not over.
 *
 * @returns undefined for what is no such event
 */
export function fromCloudWatch(
  event: unknown,
  fallback: AlertSeverity,
): ReceivedAlert | undefined {
  const parsed = schema.safeParse(event);
  if (!parsed.success) {
    return undefined;
  }
  const { account, region, resources, detail, time } = parsed.data;
  const { alarmName, state, configuration } = detail;
  const metrics = (configuration?.metrics ?? []).flatMap(
    ({ metricStat }) => metricStat?.metric ?? [],
  );
  const name = metrics
    .map(({ dimensions }) => dimensions?.ClusterName)
    .find(value => value !== undefined);
  const at = utc(state.timestamp ?? time) || utc(time);
  return {
    fingerprint: safeText(resources[0], 128),
    name: safeText(alarmName, 200),
    severity: severityOf(alarmName, fallback),
    state: state.value === 'OK' ? 'resolved' : 'firing',
    summary: safeText(configuration?.description, 500),
    description: safeText(state.reason, 2000),
    startsAt: at,
    endsAt: state.value === 'OK' ? at : '',
    labels: {
      alertname: safeText(alarmName, 200),
      account_id: account,
      region: safeText(region, 40),
      alarm_arn: safeText(resources[0], 500),
      ...(name === undefined ? {} : { cluster_name: safeText(name, 200) }),
      ...(state.value === 'INSUFFICIENT_DATA' ? { state: 'no data' } : {}),
    },
    sourceUrl: '',
    runbookUrl: '',
  };
}

/** An alarm has no severity but what its name says. */
function severityOf(alarmName: string, fallback: AlertSeverity): AlertSeverity {
  const word = /\b(critical|warning|info)\b/i.exec(
    alarmName.replace(/[_/]/g, ' '),
  )?.[1];
  return word ? toSeverity(word) : fallback;
}
