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

import type { RootConfigService } from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import type { AlertSeverity } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { checkUrl } from '../endpoints/checkUrl';

export interface AlertmanagerConfig {
  id: string;
  /** Of its API, without `/api/v2`; left out where it only sends. */
  url?: string;
  /** `Authorization` header for its API. */
  authorization?: string;
  /** What it shows to the webhook. Left out, nothing is taken from it. */
  webhookToken?: string;
  /** Label that names the cluster. */
  clusterLabel: string;
  /** ARNs by that label's value. */
  clusters: ReadonlyMap<string, string[]>;
  /** An alert that always fires; left out where none is expected. */
  watchdog?: { alertname: string; withinSeconds: number };
}

export interface AlertsConfig {
  enabled: boolean;
  keepDays: number;
  alertmanagers: AlertmanagerConfig[];
  cloudwatch?: { id: string; topics: string[]; severity: AlertSeverity };
  runbooks: Array<{ match: ReadonlyMap<string, string>; url: string }>;
}

const ID = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;

/** @throws InputError that names the key and says what would be right */
export function readAlertsConfig(root: RootConfigService): AlertsConfig {
  const config = root.getOptionalConfig('eksFleet.alerts');
  const alertmanagers = (
    config?.getOptionalConfigArray('alertmanagers') ?? []
  ).map((one, index) =>
    readAlertmanager(one, `eksFleet.alerts.alertmanagers[${index}]`),
  );
  const cloudwatch = config?.getOptionalConfig('cloudwatch');
  const ids = [
    ...alertmanagers.map(({ id }) => id),
    ...(cloudwatch ? ['cloudwatch'] : []),
  ];
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice) {
    throw new InputError(
      `eksFleet.alerts: two sources have the id "${twice}"; each needs its own`,
    );
  }
  return {
    enabled: config?.getOptionalBoolean('enabled') ?? true,
    keepDays: readNumber(config, 'keepDays', 'eksFleet.alerts', 30, 1, 3650),
    alertmanagers,
    cloudwatch: cloudwatch && readCloudWatch(cloudwatch),
    runbooks: (config?.getOptionalConfigArray('runbooks') ?? []).map(
      (one, index) => ({
        match: new Map(
          Object.entries(one.get<Record<string, string>>('match')),
        ),
        url: readUrl(one, 'url', `eksFleet.alerts.runbooks[${index}]`),
      }),
    ),
  };
}

function readAlertmanager(config: Config, key: string): AlertmanagerConfig {
  const id = config.getString('id');
  if (!ID.test(id)) {
    throw new InputError(
      `${key}.id: ${JSON.stringify(
        id,
      )} is no id; use small letters, digits and hyphens`,
    );
  }
  const url = config.has('url') ? readUrl(config, 'url', key) : undefined;
  const webhookToken = config.getOptionalString('webhookToken');
  if (!url && !webhookToken) {
    throw new InputError(
      `${key}: needs \`url\`, to be read, or \`webhookToken\`, to send by itself`,
    );
  }
  if (webhookToken !== undefined && webhookToken.length < 16) {
    throw new InputError(
      `${key}.webhookToken: is shorter than 16 characters, and so could be guessed`,
    );
  }
  const watchdog = config.getOptionalConfig('watchdog');
  return {
    id,
    url,
    webhookToken,
    authorization: config.getOptionalString('authorization'),
    clusterLabel: config.getOptionalString('clusterLabel') ?? 'cluster',
    clusters: new Map(
      Object.entries(
        config.getOptional<Record<string, string | string[]>>('clusters') ?? {},
      ).map(([name, arns]) => [name, [arns].flat()]),
    ),
    watchdog: watchdog && {
      alertname: watchdog.getOptionalString('alertname') ?? 'Watchdog',
      withinSeconds:
        readNumber(
          watchdog,
          'withinMinutes',
          `${key}.watchdog`,
          10,
          1,
          24 * 60,
        ) * 60,
    },
  };
}

function readCloudWatch(config: Config): AlertsConfig['cloudwatch'] {
  const severity = config.getOptionalString('severity') ?? 'warning';
  if (
    severity !== 'critical' &&
    severity !== 'warning' &&
    severity !== 'info'
  ) {
    throw new InputError(
      `eksFleet.alerts.cloudwatch.severity: ${JSON.stringify(
        severity,
      )} is none of critical, warning, info`,
    );
  }
  return {
    id: 'cloudwatch',
    topics: config.getStringArray('topics'),
    severity,
  };
}

function readUrl(config: Config, field: string, key: string): string {
  return checkUrl(config.getString(field), `${key}.${field}`, {
    allowLoopback:
      config.getOptionalBoolean('dangerouslyAllowLoopback') ?? false,
  });
}

function readNumber(
  config: Config | undefined,
  field: string,
  key: string,
  fallback: number,
  least: number,
  most: number,
): number {
  const value = config?.getOptionalNumber(field) ?? fallback;
  if (!Number.isInteger(value) || value < least || value > most) {
    throw new InputError(
      `${key}.${field}: ${value} is no whole number from ${least} to ${most}`,
    );
  }
  return value;
}
