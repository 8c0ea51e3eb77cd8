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
import type { Manifest } from '../../model/policyStory';

/** A namespace that a team has asked for. */
export interface DemoNamespace {
  team: string;
  environment: string;
  accountId: string;
  region: string;
  cluster: string;
  name: string;
  costCenter: string;
  /** How many days from now on it may go. */
  expiresInDays?: number;
  quota: { cpu: string; memory: string; pods: number };
}

const GUARD = { 'argocd.argoproj.io/sync-options': 'Prune=false,Delete=false' };
const OURS = 'eks-fleet';
const DAY_MS = 86_400_000;

/** Where a namespace's files are. */
export function folderOf(namespace: DemoNamespace): string {
  const { team, environment, accountId, region, cluster, name } = namespace;
  return `namespaces/${team}/${environment}/${accountId}/${region}/${cluster}/${name}`;
}

/** The application that brings it, and its project. */
export function applicationOf(namespace: DemoNamespace): string {
  const { accountId, region, cluster, name } = namespace;
  return `${name}-${cluster}-${accountId}-${region}`;
}

/** What `namespace.yaml` has. */
export function bundleOf(namespace: DemoNamespace, now: Date): Manifest[] {
  const { name, team, quota } = namespace;
  const labels = labelsOf(namespace);
  const within = (
    apiVersion: string,
    kind: string,
    object: string,
    fields: Record<string, unknown>,
  ): Manifest => ({
    apiVersion,
    kind,
    metadata: { name: object, namespace: name, labels, annotations: GUARD },
    ...fields,
  });
  const policy = (object: string, spec: unknown) =>
    within('networking.k8s.io/v1', 'NetworkPolicy', object, { spec });
  return [
    {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: {
        name,
        labels: {
          ...labels,
          'eks-fleet.io/cost-center': namespace.costCenter,
          // The demo's own policies want to know whose it is.
          team,
          ...podSecurity('baseline'),
        },
        annotations: { ...annotationsOf(namespace, now), ...GUARD },
      },
    },
    within('v1', 'ResourceQuota', OURS, {
      spec: {
        hard: {
          'requests.cpu': quota.cpu,
          'requests.memory': quota.memory,
          'limits.memory': quota.memory,
          pods: String(quota.pods),
          'services.loadbalancers': '0',
          'services.nodeports': '0',
        },
      },
    }),
    within('v1', 'LimitRange', OURS, {
      spec: {
        limits: [
          {
            type: 'Container',
            default: { memory: '256Mi' },
            defaultRequest: { cpu: '100m', memory: '256Mi' },
          },
        ],
      },
    }),
    policy(`${OURS}-default-deny`, {
      podSelector: {},
      policyTypes: ['Ingress', 'Egress'],
    }),
    policy(`${OURS}-allow-same-namespace`, {
      podSelector: {},
      policyTypes: ['Ingress', 'Egress'],
      ingress: [{ from: [{ podSelector: {} }] }],
      egress: [{ to: [{ podSelector: {} }] }],
    }),
    within('rbac.authorization.k8s.io/v1', 'RoleBinding', `${OURS}-edit`, {
      roleRef: {
        apiGroup: 'rbac.authorization.k8s.io',
        kind: 'ClusterRole',
        name: 'edit',
      },
      subjects: [
        {
          apiGroup: 'rbac.authorization.k8s.io',
          kind: 'Group',
          name: `team-${team}`,
        },
      ],
    }),
  ];
}

/** What `project.yaml` has. */
export function projectOf(namespace: DemoNamespace, now: Date): Manifest[] {
  const { accountId, region, cluster, name, team } = namespace;
  return [
    {
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'AppProject',
      metadata: {
        name: applicationOf(namespace),
        namespace: 'argocd',
        labels: labelsOf(namespace),
        annotations: { ...annotationsOf(namespace, now), ...GUARD },
      },
      spec: {
        sourceRepos: [`https://github.com/acme/${team}`],
        destinations: [
          {
            server: `arn:aws:eks:${region}:${accountId}:cluster/${cluster}`,
            namespace: name,
          },
        ],
        clusterResourceWhitelist: [],
      },
    },
  ];
}

function labelsOf({ team }: DemoNamespace): Record<string, string> {
  return {
    'app.kubernetes.io/managed-by': 'eks-fleet',
    'eks-fleet.io/team': team,
  };
}

function annotationsOf(
  { team, environment, expiresInDays }: DemoNamespace,
  now: Date,
): Record<string, string> {
  return {
    'eks-fleet.io/owner': `group:default/${team}`,
    'eks-fleet.io/environment': environment,
    ...(expiresInDays !== undefined && {
      'eks-fleet.io/expires-on': new Date(
        now.getTime() + expiresInDays * DAY_MS,
      )
        .toISOString()
        .slice(0, 10),
    }),
    'eks-fleet.io/lifecycle': 'active',
  };
}

function podSecurity(level: string): Record<string, string> {
  return Object.fromEntries(
    ['enforce', 'audit', 'warn'].flatMap(mode => [
      [`pod-security.kubernetes.io/${mode}`, level],
      [`pod-security.kubernetes.io/${mode}-version`, 'v1.34'],
    ]),
  );
}
