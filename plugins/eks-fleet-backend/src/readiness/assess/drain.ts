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

import type {
  BlockedDrain,
  WorkloadRef,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { Finding } from '../types';
import type { AssessmentContext, Rule } from './context';
import { createFinding, evidenceOf } from './findings';
import { listInputs } from './inputs';
import { isDrained, type NodePool } from './nodePools';

const KIND = 'kubernetesDisruption';
const NAMED = 10;

const FIXES: Record<BlockedDrain['reason'], string> = {
  budgetAllowsNone:
    'Run more replicas, or let the budget allow one disruption.',
  budgetNeedsAll:
    'Let the budget allow one disruption: maxUnavailable above 0, or minAvailable below the replicas.',
  severalBudgets: 'Leave each pod under one budget.',
  unhealthyPods:
    'Make the pods healthy, or set unhealthyPodEvictionPolicy: AlwaysAllow on the budget.',
};

/** Where nodes roll, what would keep their pods from leaving. */
export const findDrains: Rule = context => {
  const rolls = context.pools.filter(isDrained);
  const mayRoll = rolls.length > 0 || !context.documents.nodegroups;
  if (context.hops.length === 0 || !mayRoll) {
    return [];
  }
  const document = context.documents.kubernetesDisruption;
  return [
    ...findUnassessed(context),
    ...(document?.blockedDrains ?? []).flatMap(drain =>
      findBlocked(context, drain, rolls),
    ),
    ...findSingleReplicas(context),
    ...rolls.flatMap(pool => findDoNotDisrupt(context, pool)),
  ];
};

function findUnassessed(context: AssessmentContext): Finding[] {
  const input = listInputs(context).find(
    ({ observation }) => observation.kind === KIND,
  );
  const truncated = context.documents.kubernetesDisruption?.truncated;
  if (input?.observation.state === 'fresh' && !truncated) {
    return [];
  }
  const observedAt = input?.observation.observedAt;
  const why = observedAt
    ? `they were last seen ${observedAt}`
    : 'nobody has seen its disruption budgets';
  return [
    createFinding(context, {
      code: 'drain-not-assessed',
      severity: input?.required && !truncated ? 'unknown' : 'info',
      title: 'Whether nodes can be drained is not known',
      message: `Whether the nodes of ${
        context.cluster.name
      } can be drained is not wholly known: ${
        truncated ? 'it has more workloads than are looked at' : why
      }`,
      subject: { kind: 'cluster', name: context.cluster.name },
      evidence: evidenceOf(context, KIND, { state: input?.observation.state }),
      fix: 'Give EKS Fleet a way to the Kubernetes API: an access entry, or the fleet reporter.',
    }),
  ];
}

function findBlocked(
  context: AssessmentContext,
  drain: BlockedDrain,
  rolls: NodePool[],
): Finding[] {
  const pools = drain.nodeOwners.flatMap(
    owner =>
      rolls.find(
        pool =>
          pool.owner.kind === owner.kind && pool.owner.name === owner.name,
      ) ?? [],
  );
  const hangs = drain.nodeOwners.length === 0 ? rolls : pools;
  if (drain.nodes === 0 || hangs.length === 0) {
    return [];
  }
  const { workload, budgets } = drain;
  const cause = budgets.length
    ? budgets.join('+')
    : `${workload.namespace}/${workload.kind}/${workload.name}`;
  // Auto Mode takes a node down in the end, whatever its budgets say.
  const waits = hangs.every(({ movedBy }) => movedBy === 'eks');
  const where = hangs
    .slice(0, NAMED)
    .map(({ title }) => title)
    .join(', ');
  return [
    createFinding(context, {
      code: 'drain-blocked',
      about: [cause, `${workload.kind}/${workload.name}`],
      cause: [cause],
      severity: waits ? 'warning' : context.settings.drain,
      title: budgets.length
        ? `Budget ${budgets.join(', ')} keeps nodes from being drained`
        : `${nameOf(workload)} keeps nodes from being drained`,
      message: `Draining ${where} would hang: ${reasonOf(drain)}`,
      subject: budgets.length
        ? {
            kind: 'budget',
            namespace: workload.namespace,
            name: budgets.map(withoutNamespace).join(', '),
          }
        : {
            kind: 'workload',
            namespace: workload.namespace,
            name: workload.name,
          },
      evidence: evidenceOf(context, KIND, {
        workload: nameOf(workload),
        reason: drain.reason,
        budgets: budgets.join(', ') || undefined,
        disruptionsAllowed: drain.disruptionsAllowed,
        healthy: drain.currentHealthy,
        healthyNeeded: drain.desiredHealthy,
        pods: drain.pods,
        nodes: drain.nodes,
        nodePools: where,
      }),
      owner: workload.owner,
      fix: FIXES[drain.reason],
    }),
  ];
}

function reasonOf(drain: BlockedDrain): string {
  const { budgets, currentHealthy, desiredHealthy, workload } = drain;
  const name = nameOf(workload);
  const budget = budgets.join(', ');
  switch (drain.reason) {
    case 'severalBudgets':
      return `the pods of ${name} are under ${budgets.length} budgets (${budget}), and Kubernetes evicts no such pod`;
    case 'unhealthyPods':
      return `pods of ${name} are not healthy${
        budget ? ` and budget ${budget} counts them` : ''
      }`;
    case 'budgetNeedsAll':
      return `budget ${budget} never allows a disruption of ${name}, whatever is healthy`;
    default:
      return `budget ${budget} allows no disruption of ${name} now${
        currentHealthy !== undefined && desiredHealthy !== undefined
          ? ` (${currentHealthy} healthy, ${desiredHealthy} needed)`
          : ''
      }`;
  }
}

function findSingleReplicas(context: AssessmentContext): Finding[] {
  const singles = context.documents.kubernetesDisruption?.singleReplicas ?? [];
  if (singles.length === 0) {
    return [];
  }
  const names = singles.slice(0, NAMED).map(({ workload }) => nameOf(workload));
  const more =
    singles.length > NAMED ? ` and ${singles.length - NAMED} more` : '';
  return [
    createFinding(context, {
      code: 'single-replicas',
      severity: 'warning',
      title: 'Workloads with one replica',
      message: `${singles.length} ${
        singles.length === 1 ? 'workload has' : 'workloads have'
      } one replica and will be down while its node is replaced: ${names.join(
        ', ',
      )}${more}`,
      subject: { kind: 'cluster', name: context.cluster.name },
      evidence: evidenceOf(context, KIND, {
        workloads: names.join(', ') + more,
        withoutBudget: context.documents.kubernetesDisruption?.withoutBudget,
      }),
      fix: 'Run two replicas where being down is not acceptable.',
    }),
  ];
}

function findDoNotDisrupt(
  context: AssessmentContext,
  pool: NodePool,
): Finding[] {
  const nodes = pool.sets.reduce((sum, set) => sum + set.doNotDisrupt, 0);
  if (nodes === 0) {
    return [];
  }
  return [
    createFinding(context, {
      code: 'do-not-disrupt',
      about: [pool.title],
      cause: [],
      severity: 'warning',
      title: 'Nodes are marked do-not-disrupt',
      message: `${nodes} ${nodes === 1 ? 'node' : 'nodes'} of ${
        pool.title
      } may not be taken down (karpenter.sh/do-not-disrupt) and will not be replaced by themselves`,
      subject: { kind: 'nodes', name: pool.owner.name ?? pool.title },
      evidence: evidenceOf(context, 'kubernetesNodes', { nodes }),
      fix: 'Remove the annotation karpenter.sh/do-not-disrupt when the work on them is done.',
    }),
  ];
}

function nameOf({ namespace, kind, name }: WorkloadRef): string {
  return `${kind} ${namespace}/${name}`;
}

function withoutNamespace(budget: string): string {
  return budget.slice(budget.indexOf('/') + 1);
}
