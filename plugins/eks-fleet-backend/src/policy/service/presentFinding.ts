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
import { known } from '../../database/text';
import type { FindingRecord } from '../store/types';
import { presentClusterRef } from './presentClusterRef';
import { presentPolicyFacts } from './presentPolicy';

/** A finding, as the API gives it. */
export function presentFinding(
  record: FindingRecord,
  now: Date,
): PolicyFinding {
  const { assignment, cluster, properties } = record;
  const isOpen = record.resolvedAt === '';
  return {
    fingerprint: record.fingerprint,
    policy: presentPolicyFacts(record.policy),
    rule: known(record.rule),
    result: record.result,
    severity: record.severity,
    mode: record.mode,
    message: known(record.message),
    cluster: presentClusterRef(cluster),
    resource: {
      apiVersion: known(record.apiVersion),
      kind: record.kind,
      namespace: known(record.namespace),
      name: known(record.name),
    },
    owner: record.owner || cluster.owner,
    ownerFrom: record.owner ? record.ownerFrom : 'cluster',
    firstSeen: record.firstSeen,
    lastSeen: record.lastSeen,
    resolvedAt: known(record.resolvedAt),
    stale:
      (isOpen && Date.parse(record.freshUntil) <= now.getTime()) || undefined,
    dueAt: isOpen ? known(record.dueAt) : undefined,
    assignment: assignment && {
      ...assignment,
      note: known(assignment.note),
    },
    exceptions: record.exceptions.length ? record.exceptions : undefined,
    source: record.feed,
    properties: Object.keys(properties).length ? properties : undefined,
  };
}
