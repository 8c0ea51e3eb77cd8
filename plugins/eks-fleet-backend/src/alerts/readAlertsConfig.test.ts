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

import { mockServices } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import { readAlertsConfig } from './readAlertsConfig';

const TOKEN = 'a-token-of-the-webhook';
const read = (alerts?: JsonObject) =>
  readAlertsConfig(
    mockServices.rootConfig({ data: alerts ? { eksFleet: { alerts } } : {} }),
  );

describe('readAlertsConfig', () => {
  it('has no source where none is configured', () => {
    expect(read()).toEqual({
      enabled: true,
      keepDays: 30,
      alertmanagers: [],
      cloudwatch: undefined,
      runbooks: [],
    });
  });

  it('reads all there is', () => {
    expect(
      read({
        keepDays: 7,
        alertmanagers: [
          {
            id: 'prod',
            url: 'https://alertmanager.example.com/',
            authorization: 'Bearer secret',
            webhookToken: TOKEN,
            clusterLabel: 'k8s_cluster',
            clusters: { one: 'arn:1', two: ['arn:2', 'arn:3'] },
            watchdog: {},
          },
        ],
        cloudwatch: { topics: ['eks-fleet.alarms'] },
        runbooks: [
          { match: { alertname: 'A' }, url: 'https://runbooks.example.com/a' },
        ],
      }),
    ).toEqual({
      enabled: true,
      keepDays: 7,
      alertmanagers: [
        {
          id: 'prod',
          url: 'https://alertmanager.example.com',
          authorization: 'Bearer secret',
          webhookToken: TOKEN,
          clusterLabel: 'k8s_cluster',
          clusters: new Map([
            ['one', ['arn:1']],
            ['two', ['arn:2', 'arn:3']],
          ]),
          watchdog: { alertname: 'Watchdog', withinSeconds: 600 },
        },
      ],
      cloudwatch: {
        id: 'cloudwatch',
        topics: ['eks-fleet.alarms'],
        severity: 'warning',
      },
      runbooks: [
        {
          match: new Map([['alertname', 'A']]),
          url: 'https://runbooks.example.com/a',
        },
      ],
    });
  });

  const url = 'https://alertmanager.example.com';
  it.each<[string, JsonObject, string]>([
    [
      'neither read nor sending',
      { alertmanagers: [{ id: 'a' }] },
      'eksFleet.alerts.alertmanagers[0]: needs `url`, to be read, or `webhookToken`, to send by itself',
    ],
    [
      'a token that could be guessed',
      { alertmanagers: [{ id: 'a', webhookToken: 'short' }] },
      'eksFleet.alerts.alertmanagers[0].webhookToken: is shorter than 16 characters, and so could be guessed',
    ],
    [
      'a password in a URL',
      { alertmanagers: [{ id: 'a', url: 'https://me:secret@example.com' }] },
      'eksFleet.alerts.alertmanagers[0].url: is no http or https URL without user and password in it',
    ],
    [
      'an id that is none',
      { alertmanagers: [{ id: 'A/b', url }] },
      'eksFleet.alerts.alertmanagers[0].id: "A/b" is no id; use small letters, digits and hyphens',
    ],
    [
      'one id twice',
      {
        alertmanagers: [
          { id: 'a', url },
          { id: 'a', url },
        ],
      },
      'eksFleet.alerts: two sources have the id "a"; each needs its own',
    ],
    [
      'a severity that is none',
      { cloudwatch: { topics: ['t'], severity: 'loud' } },
      'eksFleet.alerts.cloudwatch.severity: "loud" is none of critical, warning, info',
    ],
    [
      'a runbook that is no page',
      { runbooks: [{ match: {}, url: 'data:text/html,alert' }] },
      'eksFleet.alerts.runbooks[0].url: is no http or https URL without user and password in it',
    ],
    [
      'no days',
      { keepDays: 0 },
      'eksFleet.alerts.keepDays: 0 is no whole number from 1 to 3650',
    ],
  ])('refuses %s', (_, alerts, message) => {
    expect(() => read(alerts)).toThrow(message);
  });

  it('says nothing of a secret that it refuses', () => {
    expect(() =>
      read({ alertmanagers: [{ id: 'a', url: 'https://me:secret@h' }] }),
    ).toThrow(expect.not.objectContaining({ message: /secret/ }));
  });
});
