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
  ClusterPolicies,
  Policy,
  PolicyCell,
  PolicyClusterRef,
  PolicyDetail,
  PolicyException,
  PolicyFinding,
  PolicyMatrix,
  PolicyMatrixColumn,
  PolicyMatrixRow,
  PolicySummary,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';

export const POLICY_ID = '00000000000000a1';
export const FINGERPRINT = '0000000000000000000000000000000f';
export const PROD_ARN = 'arn:aws:eks:eu-west-1:111122223333:cluster/prod';

export function aPolicy(part: Partial<Policy> = {}): Policy {
  return {
    id: POLICY_ID,
    engine: 'kyverno',
    kind: 'ClusterPolicy',
    name: 'require-requests',
    title: 'Require resource requests',
    category: 'Best Practices',
    severity: 'medium',
    description: 'Each container asks for CPU and memory.',
    remediation: 'Set resources.requests. See https://runbooks.example.com/r',
    documentation: 'https://policies.example.com/require-requests',
    counts: {
      fail: 3,
      warn: 1,
      error: 0,
      exempt: 2,
      pass: 96,
      passes: 'exact',
    },
    clusters: {
      deployed: 2,
      failing: 1,
      enforce: 1,
      warn: 0,
      audit: 1,
      notReady: 0,
      unknown: 0,
    },
    newThisWeek: 2,
    resolvedThisWeek: 5,
    ...part,
  };
}

export function aPolicyDetail(part: Partial<PolicyDetail> = {}): PolicyDetail {
  return {
    ...aPolicy(),
    rules: [{ rule: 'validate-resources', findings: 3 }],
    links: [
      { title: 'Policy Reporter', url: 'https://reporter.example.com/p' },
    ],
    safeToEnforce: { days: 14, clusters: 1 },
    ...part,
  };
}

export function aClusterRef(
  part: Partial<PolicyClusterRef> = {},
): PolicyClusterRef {
  return {
    arn: PROD_ARN,
    entityRef: 'resource:default/prod-1a2b3c4d',
    name: 'prod',
    accountId: '111122223333',
    accountName: 'prod-a',
    region: 'eu-west-1',
    environment: 'prod',
    owner: 'group:default/payments',
    ...part,
  };
}

export function aCell(part: Partial<PolicyCell> = {}): PolicyCell {
  return {
    state: 'deployed',
    mode: 'audit',
    ready: true,
    version: 'fleet-policies-1.4.0',
    pass: 96,
    passes: 'exact',
    observedAt: '2026-11-23T11:56:00Z',
    ...part,
  };
}

export function aColumn(
  name: string,
  part: Partial<PolicyMatrixColumn> = {},
): PolicyMatrixColumn {
  return {
    key: PROD_ARN.replace(/prod$/, name),
    title: name,
    group: 'prod',
    entityRef: `resource:default/${name}-1a2b3c4d`,
    clusters: 1,
    engines: ['kyverno'],
    ...part,
  };
}

/** A row of one policy that no other shares the name with. */
export function aRow(policy: Policy, cells: PolicyCell[]): PolicyMatrixRow {
  const { id, engine, kind, name } = policy;
  return { policy, policies: [{ id, engine, kind, name }], cells };
}

/** A cell of each kind: failing, clean, missing, without engine, not known. */
export function aMatrix(part: Partial<PolicyMatrix> = {}): PolicyMatrix {
  return {
    by: 'cluster',
    columns: [
      aColumn('prod'),
      aColumn('dev', { group: 'dev' }),
      aColumn('bare', { group: 'dev', engines: [] }),
      aColumn('dark', { group: 'dev', engines: undefined, unknown: true }),
    ],
    rows: [
      aRow(aPolicy(), [
        aCell({ fail: 3, warn: 1, exempt: 2, severity: 'critical' }),
        aCell({ mode: 'enforce' }),
        { state: 'noEngine' },
        { state: 'unknown' },
      ]),
      aRow(
        aPolicy({
          id: '00000000000000a2',
          name: 'no-latest',
          title: 'No latest tag',
          category: 'Supply Chain',
          severity: 'high',
          description: undefined,
        }),
        [
          aCell({ safeToEnforce: true }),
          { state: 'notDeployed' },
          { state: 'noEngine' },
          { state: 'unknown' },
        ],
      ),
    ],
    ...part,
  };
}

export function aPolicySummary(
  part: Partial<PolicySummary> = {},
): PolicySummary {
  return {
    newThisWeek: 7,
    resolvedThisWeek: 12,
    counts: { fail: 40, warn: 2, error: 1, exempt: 9 },
    exceptionsExpiring: 2,
    exceptionsExpired: 1,
    safeToEnforce: 4,
    clusters: {
      total: 12,
      withEngine: 9,
      withoutEngine: 1,
      unknown: 2,
      stale: 1,
    },
    ...part,
  };
}

export function aFinding(part: Partial<PolicyFinding> = {}): PolicyFinding {
  const {
    counts: _counts,
    clusters: _clusters,
    newThisWeek: _new,
    resolvedThisWeek: _resolved,
    ...policy
  } = aPolicy();
  return {
    fingerprint: FINGERPRINT,
    policy,
    rule: 'validate-resources',
    result: 'fail',
    severity: 'high',
    mode: 'audit',
    message: 'CPU and memory requests are missing.',
    cluster: aClusterRef(),
    resource: {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      namespace: 'checkout',
      name: 'api',
    },
    owner: 'group:default/payments',
    ownerFrom: 'namespace',
    firstSeen: '2026-11-11T12:00:00Z',
    lastSeen: '2026-11-23T11:56:00Z',
    dueAt: '2026-11-20T12:00:00Z',
    source: 'policyReports',
    ...part,
  };
}

export function anException(
  part: Partial<PolicyException> = {},
): PolicyException {
  return {
    id: 'e1',
    engine: 'kyverno',
    kind: 'PolicyException',
    namespace: 'checkout',
    name: 'legacy-batch',
    policies: [
      {
        id: POLICY_ID,
        name: 'require-requests',
        rules: ['validate-resources'],
      },
    ],
    scope: 'Deployment batch in checkout',
    namespaces: ['checkout'],
    reason: 'Moves to Batch in December',
    ticket: 'https://tickets.example.com/OPS-7',
    requestedBy: 'user:default/ana',
    approvedBy: 'user:default/bo',
    createdAt: '2026-09-01T10:00:00Z',
    expiresAt: '2026-12-01T10:00:00Z',
    state: 'expiring',
    flags: [],
    exempted: 2,
    clusters: [aClusterRef()],
    ...part,
  };
}

export function clusterPolicies(
  part: Partial<ClusterPolicies> = {},
): ClusterPolicies {
  const { policy } = aFinding();
  return {
    items: [
      { policy, cell: aCell({ fail: 3, severity: 'high', exempt: 1 }) },
      {
        policy: {
          id: '00000000000000a2',
          engine: 'kyverno',
          kind: 'ClusterPolicy',
          name: 'no-latest',
          severity: 'high',
        },
        cell: { state: 'notDeployed' },
      },
    ],
    feeds: [
      {
        kind: 'policyReports',
        state: 'fresh',
        observedAt: '2026-11-23T11:56:00Z',
        passes: 'exact',
      },
      {
        kind: 'policyGatekeeper',
        state: 'forbidden',
        error: {
          code: 'forbidden',
          message: 'constraints is forbidden',
          since: '2026-11-23T10:00:00Z',
        },
      },
    ],
    engines: ['kyverno'],
    counts: { fail: 3, warn: 0, error: 0, exempt: 1 },
    namespaces: [
      { namespace: 'checkout', findings: 2 },
      { namespace: '', findings: 1 },
    ],
    ...part,
  };
}
