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

import {
  versionRank,
  type Nodegroup,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { Finding } from '../types';
import type { AssessmentContext, Rule } from './context';
import { createFinding, evidenceOf } from './findings';
import { healthIssuesOf, wordIssue } from './healthIssues';
import type { NodePool } from './nodePools';
import { allowedSkew, versionOf } from './versions';

const BUSY: readonly string[] = ['CREATING', 'UPDATING', 'DELETING'];

/** Node groups as EKS sees them, and how far kubelets are behind. */
export const findNodes: Rule = context => [
  ...(context.documents.nodegroups?.nodegroups ?? []).flatMap(nodegroup =>
    findNodegroup(context, nodegroup),
  ),
  ...(context.documents.nodegroups?.unreadable ?? []).map(({ name, reason }) =>
    createFinding(context, {
      code: 'nodegroup-unreadable',
      about: [name],
      cause: [],
      severity: 'unknown',
      title: 'A node group cannot be read',
      message: `The node group ${name} is listed, and cannot be read`,
      subject: { kind: 'nodegroup', name },
      evidence: evidenceOf(context, 'nodegroups', { error: reason }),
    }),
  ),
  ...context.pools.flatMap(pool => findSkew(context, pool)),
  ...findNotReady(context),
];

function findNodegroup(
  context: AssessmentContext,
  nodegroup: Nodegroup,
): Finding[] {
  const { name, status, amiType } = nodegroup;
  const subject = { kind: 'nodegroup', name };
  const evidence = evidenceOf(context, 'nodegroups', { status, amiType });
  if (BUSY.includes(status)) {
    return [
      createFinding(context, {
        code: 'nodegroup-busy',
        about: [name],
        cause: [status],
        severity: 'blocking',
        title: `A node group is ${status}`,
        message: `The node group ${name} is ${status}; wait until it is ACTIVE`,
        subject,
        evidence,
      }),
    ];
  }
  return healthIssuesOf(nodegroup).map(issue =>
    createFinding(context, {
      code: 'nodegroup-health',
      about: [name, issue.code],
      cause: [issue.code],
      severity: 'blocking',
      title: `Node group: ${issue.code}`,
      message: `The node group ${name} is not healthy: ${wordIssue(issue)}`,
      subject,
      evidence,
      fix: 'Make it healthy first: EKS cannot replace its nodes as it is.',
    }),
  );
}

function findSkew(context: AssessmentContext, pool: NodePool): Finding[] {
  const { current, hops } = context;
  const { oldestKubelet, newestKubelet, title } = pool;
  const subject = { kind: subjectKind(pool), name: pool.owner.name ?? title };
  const source = pool.sets.length ? 'kubernetesNodes' : 'nodegroups';
  if (hops.length === 0 || pool.nodes === 0) {
    return [];
  }
  if (oldestKubelet === undefined) {
    return pool.movedBy === 'operator' && !passesSkew(context)
      ? [
          createFinding(context, {
            code: 'kubelet-version-unknown',
            about: [title],
            cause: [],
            severity: 'unknown',
            title: 'The kubelet version of nodes is not known',
            message: `Nobody says which kubelet the ${title} runs, so how far it trails is not known`,
            subject,
            evidence: evidenceOf(context, source),
            fix: 'Give EKS Fleet a way to the Kubernetes API, which knows.',
          }),
        ]
      : [];
  }
  const findings: Finding[] = [];
  const far = hops.findIndex(
    hop => versionRank(hop) - oldestKubelet > allowedSkew(oldestKubelet),
  );
  const kubelet = versionOf(oldestKubelet);
  if (far >= 0) {
    const hop = hops[far];
    const oldest = versionOf(versionRank(hop) - allowedSkew(oldestKubelet));
    const to = far === 0 ? current ?? hop : hops[far - 1];
    findings.push(
      createFinding(context, {
        code: 'kubelet-skew',
        about: [title],
        cause: [kubelet],
        severity: far === 0 ? 'blocking' : 'warning',
        title: `Kubelets ${kubelet} are too far behind`,
        message: `The ${title} runs kubelet ${kubelet}; a control plane of ${hop} takes none older than ${oldest}`,
        subject,
        evidence: evidenceOf(context, source, {
          kubelet,
          nodes: pool.nodes,
          oldestAllowed: oldest,
        }),
        hop,
        fix:
          pool.movedBy === 'restart'
            ? `Restart its pods while the control plane is at ${to}.`
            : `Move it to ${to} before the control plane goes to ${hop}.`,
      }),
    );
  }
  const newest = newestKubelet ?? -1;
  if (current !== undefined && newest > versionRank(current)) {
    findings.push(
      createFinding(context, {
        code: 'kubelet-newer',
        about: [title],
        cause: [],
        severity: 'warning',
        title: 'Kubelets are newer than their control plane',
        message: `The ${title} runs kubelet ${versionOf(
          newest,
        )}, newer than the control plane's ${current}, which Kubernetes does not support`,
        subject,
        evidence: evidenceOf(context, source, { kubelet: versionOf(newest) }),
      }),
    );
  }
  return findings;
}

/** EKS looks at kubelets itself. */
function passesSkew({ documents, hops }: AssessmentContext): boolean {
  return (documents.insights?.insights ?? []).some(
    ({ category, name, status, kubernetesVersion }) =>
      category === 'UPGRADE_READINESS' &&
      status === 'PASSING' &&
      /kubelet version skew/i.test(name) &&
      versionRank(kubernetesVersion) >= versionRank(hops[0]),
  );
}

function findNotReady(context: AssessmentContext): Finding[] {
  const notReady = context.pools.flatMap(pool => {
    const nodes = pool.sets.reduce((sum, set) => sum + set.notReady, 0);
    return nodes > 0 ? [`${nodes} of ${pool.title}`] : [];
  });
  if (notReady.length === 0) {
    return [];
  }
  return [
    createFinding(context, {
      code: 'nodes-not-ready',
      severity: 'warning',
      title: 'Nodes are not ready',
      message: `Nodes are not ready: ${notReady.join(', ')}`,
      subject: { kind: 'cluster', name: context.cluster.name },
      evidence: evidenceOf(context, 'kubernetesNodes'),
    }),
  ];
}

function subjectKind({ owner }: NodePool): string {
  return owner.kind === 'nodegroup' ? 'nodegroup' : 'nodes';
}
