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

import type { PolicyFinding } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { toCsv, type CsvColumn } from '../../csv/toCsv';

const COLUMNS: Array<CsvColumn<PolicyFinding>> = [
  ['severity', finding => finding.severity],
  ['result', finding => finding.result],
  ['engine', finding => finding.policy.engine],
  ['policy', finding => finding.policy.name],
  ['category', finding => finding.policy.category],
  ['rule', finding => finding.rule],
  ['mode', finding => finding.mode],
  ['cluster', finding => finding.cluster.name],
  ['accountId', finding => finding.cluster.accountId],
  ['region', finding => finding.cluster.region],
  ['environment', finding => finding.cluster.environment],
  ['namespace', finding => finding.resource.namespace],
  ['kind', finding => finding.resource.kind],
  ['resource', finding => finding.resource.name],
  ['owner', finding => finding.owner],
  ['ownerFrom', finding => finding.ownerFrom],
  ['assignee', finding => finding.assignment?.assignee],
  ['firstSeen', finding => finding.firstSeen],
  ['lastSeen', finding => finding.lastSeen],
  ['resolvedAt', finding => finding.resolvedAt],
  ['dueAt', finding => finding.dueAt],
  ['exceptions', finding => finding.exceptions?.join(' ')],
  ['message', finding => finding.message],
  ['clusterArn', finding => finding.cluster.arn],
  ['fingerprint', finding => finding.fingerprint],
];

/** CSV as in RFC 4180, with a header line. */
export function findingsToCsv(findings: PolicyFinding[]): string {
  return toCsv(COLUMNS, findings);
}
