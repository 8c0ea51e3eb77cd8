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

import type { AlertSource } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { known } from '../database/text';
import type { DeafSource } from './judgeAlarms';
import type { AlertsConfig } from './readAlertsConfig';
import type { AlertSourceRecord } from './types';

/** An API that is read every half minute and was not for this long is stale. */
const READ_STALE_MS = 3 * 60_000;

/** How each configured source stands. Pure. */
export function sourceStates(
  config: Pick<AlertsConfig, 'alertmanagers' | 'cloudwatch'>,
  records: AlertSourceRecord[],
  now: Date,
): AlertSource[] {
  const byId = new Map(records.map(record => [record.id, record]));
  return [
    ...config.alertmanagers.map(({ id, url, watchdog }) => {
      const record = byId.get(id);
      return {
        kind: 'alertmanager' as const,
        id,
        state: stateOf(record, url !== undefined, now),
        error: record?.error,
        lastSuccessAt: known(record?.succeededAt ?? ''),
        watchdog: watchdog
          ? watchdogOf(record, watchdog.withinSeconds, now)
          : ('notExpected' as const),
      };
    }),
    ...(config.cloudwatch
      ? [
          {
            kind: 'cloudwatch' as const,
            id: config.cloudwatch.id,
            state: stateOf(byId.get(config.cloudwatch.id), false, now),
            lastSuccessAt: known(
              byId.get(config.cloudwatch.id)?.succeededAt ?? '',
            ),
            watchdog: 'notExpected' as const,
          },
        ]
      : []),
  ];
}

/** Those of which nobody knows what they would say, and why. Pure. */
export function deafSources(sources: AlertSource[]): DeafSource[] {
  return sources.flatMap(source => {
    if (source.watchdog === 'lost') {
      return { id: source.id, reason: 'has lost its Watchdog' };
    }
    if (source.error) {
      return { id: source.id, reason: `fails: ${source.error.message}` };
    }
    return source.state === 'stale'
      ? { id: source.id, reason: 'was not read for more than 3 minutes' }
      : [];
  });
}

function stateOf(
  record: AlertSourceRecord | undefined,
  isRead: boolean,
  now: Date,
): AlertSource['state'] {
  if (record?.error) {
    return record.error.code;
  }
  if (!record?.succeededAt) {
    return isRead ? 'stale' : 'pending';
  }
  const ageMs = now.getTime() - Date.parse(record.succeededAt);
  return isRead && ageMs > READ_STALE_MS ? 'stale' : 'fresh';
}

function watchdogOf(
  record: AlertSourceRecord | undefined,
  withinSeconds: number,
  now: Date,
): 'seen' | 'lost' {
  const at = Date.parse(record?.watchdogAt ?? '');
  return now.getTime() - at <= withinSeconds * 1000 ? 'seen' : 'lost';
}
