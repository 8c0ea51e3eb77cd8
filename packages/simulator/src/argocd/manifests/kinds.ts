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
import { METADATA_FIELDS, type Fields } from './fieldProblem';

/** A kind that files of teams have objects of. */
export interface ManifestKind {
  /** Empty for the core group. */
  group: string;
  version: string;
  kind: string;
  plural: string;
  namespaced: boolean;
  fields: Fields;
}

const PEERS: Fields = [
  {
    podSelector: true,
    namespaceSelector: true,
    ipBlock: { cidr: 'text', except: ['text'] },
  },
];
const PORTS: Fields = [{ protocol: 'text', port: true, endPort: true }];
const SUBJECTS: Fields = [
  { kind: 'text', apiGroup: 'text', name: 'text', namespace: 'text' },
];
const KINDS_OF_GROUP: Fields = [{ group: 'text', kind: 'text', name: 'text' }];

const KINDS: readonly ManifestKind[] = [
  kind('', 'v1', 'Namespace', 'namespaces', false, {
    spec: { finalizers: ['text'] },
  }),
  kind('', 'v1', 'ResourceQuota', 'resourcequotas', true, {
    spec: { hard: { '*': true }, scopes: ['text'], scopeSelector: true },
  }),
  kind('', 'v1', 'LimitRange', 'limitranges', true, {
    spec: {
      limits: [
        {
          type: 'text',
          default: { '*': true },
          defaultRequest: { '*': true },
          min: { '*': true },
          max: { '*': true },
          maxLimitRequestRatio: { '*': true },
        },
      ],
    },
  }),
  kind('networking.k8s.io', 'v1', 'NetworkPolicy', 'networkpolicies', true, {
    spec: {
      podSelector: true,
      policyTypes: ['text'],
      ingress: [{ from: PEERS, ports: PORTS }],
      egress: [{ to: PEERS, ports: PORTS }],
    },
  }),
  kind('rbac.authorization.k8s.io', 'v1', 'RoleBinding', 'rolebindings', true, {
    roleRef: { apiGroup: 'text', kind: 'text', name: 'text' },
    subjects: SUBJECTS,
  }),
  kind('argoproj.io', 'v1alpha1', 'AppProject', 'appprojects', true, {
    spec: {
      description: 'text',
      sourceRepos: ['text'],
      sourceNamespaces: ['text'],
      destinations: [{ name: 'text', server: 'text', namespace: 'text' }],
      clusterResourceWhitelist: KINDS_OF_GROUP,
      clusterResourceBlacklist: KINDS_OF_GROUP,
      namespaceResourceWhitelist: KINDS_OF_GROUP,
      namespaceResourceBlacklist: KINDS_OF_GROUP,
      roles: [
        {
          name: 'text',
          description: 'text',
          groups: ['text'],
          policies: ['text'],
          jwtTokens: true,
        },
      ],
      orphanedResources: true,
      signatureKeys: true,
      syncWindows: true,
      permitOnlyProjectScopedClusters: true,
      destinationServiceAccounts: true,
    },
  }),
];

function kind(
  group: string,
  version: string,
  name: string,
  plural: string,
  namespaced: boolean,
  fields: { [name: string]: Fields },
): ManifestKind {
  return {
    group,
    version,
    kind: name,
    plural,
    namespaced,
    fields: {
      apiVersion: 'text',
      kind: 'text',
      metadata: METADATA_FIELDS,
      ...fields,
    },
  };
}

/** What an object is of; nothing where no file of a team may have such. */
export function findKind({
  apiVersion,
  kind: name,
}: Pick<Manifest, 'apiVersion' | 'kind'>): ManifestKind | undefined {
  return KINDS.find(
    ({ group, version, kind: known }) =>
      name === known &&
      apiVersion === (group ? `${group}/${version}` : version),
  );
}
