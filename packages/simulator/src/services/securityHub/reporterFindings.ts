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

import type { Cluster } from '../../model/types';
import { reporterResults } from '../../policyReporter/reporterResults';
import type { Evaluated } from './controlFindings';

const SENT = ['error', 'fail', 'warn'];
const LABELS: Record<string, string> = { info: 'INFORMATIONAL' };

/** What Policy Reporter's target for Security Hub sends of a cluster, if it has one. */
export function reporterFindings(cluster: Cluster, now: Date): Evaluated[] {
  const target = cluster.kubernetes.policies?.policyReporter?.securityHub;
  if (!target) {
    return [];
  }
  const { accountId, region, partition } = cluster;
  const { productName = 'Policy Reporter', customFields } = target;
  return [...reporterResults(cluster, now)]
    .filter(({ status }) => SENT.includes(status))
    .map(result => {
      const { namespace, kind, name, apiVersion, severity } = result;
      const resource = [namespace, kind.toLowerCase(), name]
        .filter(Boolean)
        .join('/');
      return {
        SchemaVersion: '2018-10-08',
        Id: result.id,
        ProductArn: `arn:${partition}:securityhub:${region}:${accountId}:product/${accountId}/default`,
        ProductName: productName,
        CompanyName: 'Kyverno',
        Region: region,
        GeneratorId: `${result.source}/${result.rule || result.policy}`,
        AwsAccountId: accountId,
        Types: [
          `Software and Configuration Checks/Kubernetes Policies/${result.source}`,
        ],
        Severity: {
          Label: severity
            ? LABELS[severity] ?? severity.toUpperCase()
            : 'INFORMATIONAL',
        },
        Title: `${result.policy}: ${resource}`,
        Description: result.message,
        Resources: [
          {
            Type: 'Other',
            Id: result.resourceId,
            // Which it says in China too.
            Partition: 'aws',
            Region: region,
            Details: {
              Other: {
                Source: result.source,
                Category: result.category ?? '',
                Policy: result.policy,
                Rule: result.rule,
                Result: result.status,
                Report: result.resourceId,
                'Resource APIVersion': apiVersion,
                'Resource Kind': kind,
                ...(namespace && { 'Resource Namespace': namespace }),
                'Resource Name': name,
                'Resource UID': result.resourceId,
                // Without fields of its own it sends no properties either.
                ...(customFields && { ...customFields, ...result.properties }),
              },
            },
          },
        ],
        Compliance: { Status: 'FAILED' as const },
        Workflow: { Status: 'NEW' as const },
        RecordState: 'ACTIVE' as const,
      };
    });
}
