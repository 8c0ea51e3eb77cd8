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

import { fromCloudWatch } from './fromCloudWatch';

const event = (value: string, over: object = {}) => ({
  version: '0',
  'detail-type': 'CloudWatch Alarm State Change',
  source: 'aws.cloudwatch',
  account: '111111111111',
  region: 'eu-west-1',
  time: '2026-11-25T10:00:01Z',
  resources: ['arn:aws:cloudwatch:eu-west-1:111111111111:alarm:pods-critical'],
  detail: {
    alarmName: 'pods-critical',
    state: {
      value,
      reason: 'Threshold Crossed',
      timestamp: '2026-11-25T10:00:00.000+0000',
    },
    configuration: {
      description: 'Pods do not start',
      metrics: [
        { metricStat: { metric: { namespace: 'AWS/Usage', name: 'x' } } },
        {
          metricStat: {
            metric: {
              namespace: 'ContainerInsights',
              name: 'pod_status_pending',
              dimensions: { ClusterName: 'alpha' },
            },
          },
        },
      ],
    },
  },
  ...over,
});

describe('fromCloudWatch', () => {
  it('reads an alarm with its cluster', () => {
    expect(fromCloudWatch(event('ALARM'), 'warning')).toEqual({
      fingerprint:
        'arn:aws:cloudwatch:eu-west-1:111111111111:alarm:pods-critical',
      name: 'pods-critical',
      severity: 'critical',
      state: 'firing',
      summary: 'Pods do not start',
      description: 'Threshold Crossed',
      startsAt: '2026-11-25T10:00:00.000Z',
      endsAt: '',
      labels: {
        alertname: 'pods-critical',
        account_id: '111111111111',
        region: 'eu-west-1',
        alarm_arn:
          'arn:aws:cloudwatch:eu-west-1:111111111111:alarm:pods-critical',
        cluster_name: 'alpha',
      },
      sourceUrl: '',
      runbookUrl: '',
    });
  });

  it.each([
    ['OK', 'resolved', '2026-11-25T10:00:00.000Z'],
    ['ALARM', 'firing', ''],
    ['INSUFFICIENT_DATA', 'firing', ''],
  ])('takes %s for %s', (value, state, endsAt) => {
    expect(fromCloudWatch(event(value), 'warning')).toMatchObject({
      state,
      endsAt,
    });
  });

  it('grades an alarm without a word for it as configured', () => {
    const quiet = event('ALARM');
    quiet.detail.alarmName = 'latency';
    expect(fromCloudWatch(quiet, 'info')?.severity).toBe('info');
  });

  it.each([
    ['another event', { 'detail-type': 'AWS API Call via CloudTrail' }],
    ['an account that is none', { account: 'x' }],
    ['no alarm', { detail: {} }],
  ])('leaves %s alone', (_, over) => {
    expect(fromCloudWatch(event('ALARM', over), 'warning')).toBeUndefined();
  });
});
