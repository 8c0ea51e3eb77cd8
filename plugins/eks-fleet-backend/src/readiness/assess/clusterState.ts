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

import type { Update } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { Finding } from '../types';
import type { AssessmentContext, Rule } from './context';
import { createFinding, evidenceOf } from './findings';

/** What the control plane is doing, and what ails it. */
export const findClusterState: Rule = context => [
  ...findVersion(context),
  ...findStatus(context),
  ...findHealth(context),
  ...findFailedUpgrade(context),
];

function findVersion(context: AssessmentContext): Finding[] {
  if (context.current !== undefined) {
    return [];
  }
  return [
    createFinding(context, {
      code: 'version-unknown',
      severity: 'unknown',
      title: 'The Kubernetes version is not known',
      message: `Nobody knows which Kubernetes version ${context.cluster.name} runs`,
      subject: { kind: 'cluster', name: context.cluster.name },
      evidence: evidenceOf(context, 'controlPlane'),
    }),
  ];
}

function findStatus(context: AssessmentContext): Finding[] {
  const { cluster, documents } = context;
  const running = (documents.updates?.updates ?? []).filter(
    ({ status }) => status === 'InProgress',
  );
  if (running.length > 0) {
    return running.map(update => describeRunning(context, update));
  }
  const status = documents.controlPlane?.status ?? cluster.status;
  if (status === undefined || status === 'ACTIVE') {
    return [];
  }
  const common = {
    severity: 'blocking' as const,
    subject: { kind: 'cluster', name: cluster.name },
    evidence: evidenceOf(context, 'controlPlane', { status }),
  };
  return [
    status === 'UPDATING'
      ? createFinding(context, {
          ...common,
          code: 'update-in-progress',
          title: 'Another update is in progress',
          message: `${cluster.name} is being updated; EKS takes one update at a time`,
          fix: 'Wait until the cluster is ACTIVE again.',
        })
      : createFinding(context, {
          ...common,
          code: 'cluster-not-active',
          about: [status],
          title: `The cluster is ${status}`,
          message: `${cluster.name} is ${status}; only an ACTIVE cluster can be upgraded`,
        }),
  ];
}

function describeRunning(context: AssessmentContext, update: Update): Finding {
  const part = partOf(update);
  return createFinding(context, {
    code: 'update-in-progress',
    about: [update.id],
    cause: [update.type],
    severity: 'blocking',
    title: `${update.type} in progress`,
    message: `${update.type} of ${part} is in progress${
      update.createdAt ? ` since ${update.createdAt}` : ''
    }; EKS takes one update at a time`,
    subject: { kind: 'update', name: update.id },
    evidence: evidenceOf(context, 'updates', {
      type: update.type,
      part,
      since: update.createdAt,
    }),
    fix: 'Wait until it has ended.',
  });
}

function findHealth(context: AssessmentContext): Finding[] {
  const issues = context.documents.controlPlane?.healthIssues ?? [];
  return issues.map(issue =>
    createFinding(context, {
      code: 'cluster-health',
      about: [issue.code],
      severity: 'blocking',
      title: `Control plane: ${issue.code}`,
      message: `The control plane is not healthy: ${issue.code}. ${issue.message}`,
      subject: { kind: 'cluster', name: context.cluster.name },
      evidence: evidenceOf(context, 'controlPlane', {
        code: issue.code,
        resources: issue.resourceIds.join(', ') || undefined,
      }),
      fix: 'Clear what EKS reports; it checks health before it upgrades, and goes back where that fails.',
    }),
  );
}

/** The last try to upgrade, where it failed and none has worked since. */
function findFailedUpgrade(context: AssessmentContext): Finding[] {
  const upgrades = (context.documents.updates?.updates ?? [])
    .filter(({ type }) => type === 'VersionUpdate')
    .sort((a, b) => (b.createdAt ?? '').localeCompare(a.createdAt ?? ''));
  const [last] = upgrades;
  if (last?.status !== 'Failed') {
    return [];
  }
  const codes = last.errors.map(({ code }) => code).join(', ') || 'no reason';
  return [
    createFinding(context, {
      code: 'upgrade-failed',
      about: [last.id],
      cause: [codes],
      severity: 'warning',
      title: `The last upgrade failed: ${codes}`,
      message: `The last upgrade of ${partOf(last)} failed with ${codes}${
        last.errors[0] ? `: ${last.errors[0].message}` : ''
      }`,
      subject: { kind: 'update', name: last.id },
      evidence: evidenceOf(context, 'updates', {
        at: last.createdAt,
        errors: codes,
      }),
    }),
  ];
}

function partOf(update: Update): string {
  if (update.nodegroup) {
    return `node group ${update.nodegroup}`;
  }
  if (update.capability) {
    return `capability ${update.capability}`;
  }
  return update.addon ? `add-on ${update.addon}` : 'the control plane';
}
