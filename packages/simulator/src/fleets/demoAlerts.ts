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

import type { AlertSpec } from '../alertmanager/Alertmanager';
import type { Past } from './demoStory/types';

const RUNBOOKS = 'https://runbooks.example.com/alerts';

/**
 * What the Prometheus servers of Acme have to say. They name clusters as such
 * servers do: by an ARN, by name with the account and the Region, or by a name
 * alone, which two clusters have.
 */
export function demoAlerts(past: Past): AlertSpec[] {
  return [
    {
      labels: { alertname: 'Watchdog', severity: 'none' },
      annotations: { summary: 'Alerting works from end to end' },
      since: past.daysAgo(90),
    },
    {
      labels: {
        alertname: 'KubeNodeNotReady',
        severity: 'critical',
        cluster_arn: 'arn:aws:eks:us-east-1:444455556666:cluster/batch-legacy',
        node: 'ip-10-0-93-201.ec2.internal',
      },
      annotations: {
        summary: 'A node of batch-legacy has not been ready for 3 hours',
        description:
          'ip-10-0-93-201.ec2.internal has been unready for more than 15 minutes.',
        runbook_url: `${RUNBOOKS}/KubeNodeNotReady`,
      },
      since: past.hoursAgo(3),
    },
    {
      labels: {
        alertname: 'KubePersistentVolumeFillingUp',
        severity: 'warning',
        cluster: 'search-us',
        aws_account_id: '444455556666',
        region: 'us-east-1',
        namespace: 'search',
      },
      annotations: {
        summary: 'The volume search-index-2 of search-us is full in 4 days',
      },
      since: past.hoursAgo(9),
    },
    {
      labels: {
        alertname: 'KubePodCrashLooping',
        severity: 'warning',
        cluster: 'payments-eu',
        namespace: 'payments',
        pod: 'reconciliation-7d9c5b6f4-x2x8q',
      },
      annotations: {
        summary: 'A pod of payments/reconciliation keeps crashing',
        runbook_url: `${RUNBOOKS}/KubePodCrashLooping`,
      },
      since: past.daysAgo(1),
      silenced: true,
    },
  ];
}
