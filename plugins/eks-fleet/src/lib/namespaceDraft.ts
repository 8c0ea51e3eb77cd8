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
  parseThingKey,
  type NamespaceAccess,
  type PodSecurityLevel,
  type RequestAsk,
  type RequestOptions,
  type RequestSubmission,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import {
  EMPTY_NETWORK,
  networkDraftOf,
  networkOf,
  type NetworkDraft,
} from './networkDraft';
import {
  EMPTY_QUOTA,
  quotaDraftOf,
  quotaOf,
  withSize,
  type QuotaDraft,
} from './quotaDraft';
import type { SpecData } from './specChanges';

/** What somebody filled in to ask for a namespace. */
export interface NamespaceDraft {
  /** Entity reference. */
  owner: string;
  environment: string;
  /** Key of a cluster that was chosen; the one that fits best where empty. */
  clusterKey: string;
  name: string;
  quota: QuotaDraft;
  /** The last day on which it is needed, such as `2026-12-24`; no end where empty. */
  expiresOn: string;
  podSecurity: PodSecurityLevel;
  access: NamespaceAccess[];
  network: NetworkDraft;
  /** One a line. */
  sourceRepos: string;
  costCenter: string;
  reason: string;
  ticket: string;
}

/** What an address may fill in. */
export function parseNamespaceDraft(params: URLSearchParams): NamespaceDraft {
  const text = (key: string) => (params.get(key) ?? '').slice(0, 300);
  const cluster = text('cluster');
  return {
    owner: text('owner'),
    environment: text('environment'),
    clusterKey: parseThingKey(cluster)?.kind === 'cluster' ? cluster : '',
    name: text('name'),
    quota: EMPTY_QUOTA,
    expiresOn: text('expiresOn'),
    podSecurity: 'restricted',
    access: [],
    network: EMPTY_NETWORK,
    sourceRepos: '',
    costCenter: '',
    reason: '',
    ticket: text('ticket'),
  };
}

/** A draft with what there is only one of filled in, and the first of the operator's sizes. */
export function withOnlyChoices(
  draft: NamespaceDraft,
  options: RequestOptions,
): NamespaceDraft {
  const only = (value: string, choices: string[]) =>
    value || (choices.length === 1 ? choices[0] : '');
  const [size] = options.namespaces.sizes;
  const isEmpty = !draft.quota.cpu && !draft.quota.memory;
  return {
    ...draft,
    quota: size && isEmpty ? withSize(draft.quota, size) : draft.quota,
    owner: only(draft.owner, options.owners),
    environment: only(draft.environment, options.environments),
  };
}

/** The lines of a text, without the empty ones. */
export function linesOf(text: string): string[] {
  return text
    .split(/[\n,]/)
    .map(line => line.trim())
    .filter(Boolean);
}

/**
 * What a draft says, as much of a `NamespaceSpec` as is filled in; what is left
 * out counts as the backend has it.
 *
 * @param clusterKey - the cluster that it is on
 */
export function namespaceSpecOf(
  draft: NamespaceDraft,
  clusterKey: string,
): SpecData {
  const thing = parseThingKey(clusterKey);
  return {
    name: draft.name.trim() || undefined,
    cluster: thing?.kind === 'cluster' ? thing.cluster : undefined,
    environment: draft.environment || undefined,
    owner: draft.owner || undefined,
    costCenter: draft.costCenter.trim() || undefined,
    podSecurity: { level: draft.podSecurity },
    quota: quotaOf(draft.quota),
    network: networkOf(draft.network),
    access: draft.access,
    project: { sourceRepos: linesOf(draft.sourceRepos) },
    expiresOn: draft.expiresOn.trim() || undefined,
  };
}

/** What is asked of the backend. */
export function namespaceAskOf(
  draft: NamespaceDraft,
  clusterKey: string,
): RequestAsk {
  return {
    kind: 'namespace',
    operation: 'create',
    owner: draft.owner,
    spec: namespaceSpecOf(draft, clusterKey),
  };
}

/** The same with why, to be sent. */
export function namespaceSubmissionOf(
  draft: NamespaceDraft,
  clusterKey: string,
  idempotencyKey: string,
): RequestSubmission {
  return {
    ...namespaceAskOf(draft, clusterKey),
    reason: draft.reason.trim(),
    ticket: draft.ticket.trim() || undefined,
    idempotencyKey,
  };
}

export type NeededField =
  | 'owner'
  | 'environment'
  | 'cluster'
  | 'name'
  | 'quota'
  | 'reason'
  | 'ticket';

/** What has to be filled in before anybody can tell whether it may be. */
export function missingForPreflight(
  draft: NamespaceDraft,
  clusterKey: string,
): NeededField[] {
  const { cpu, memory } = draft.quota;
  return [
    ...(draft.owner ? [] : (['owner'] as const)),
    ...(draft.environment ? [] : (['environment'] as const)),
    ...(draft.name.trim() ? [] : (['name'] as const)),
    ...(cpu.trim() && memory.trim() ? [] : (['quota'] as const)),
    ...(clusterKey ? [] : (['cluster'] as const)),
  ];
}

/** What has to be filled in besides before it can be sent. */
export function missingForSubmit(
  draft: NamespaceDraft,
  options: RequestOptions,
): NeededField[] {
  return [
    ...(draft.reason.trim() ? [] : (['reason'] as const)),
    ...(options.ticket === 'required' && !draft.ticket.trim()
      ? (['ticket'] as const)
      : []),
  ];
}

/** What there is, to be changed or amended. */
export function namespaceDraftOf(spec: SpecData): NamespaceDraft {
  const text = (value: unknown) => (typeof value === 'string' ? value : '');
  const { podSecurity, project } = spec as {
    podSecurity?: { level?: PodSecurityLevel };
    project?: { sourceRepos?: string[] };
  };
  return {
    ...parseNamespaceDraft(new URLSearchParams()),
    owner: text(spec.owner),
    environment: text(spec.environment),
    name: text(spec.name),
    quota: quotaDraftOf(spec.quota),
    expiresOn: text(spec.expiresOn),
    podSecurity: podSecurity?.level ?? 'restricted',
    access: Array.isArray(spec.access)
      ? (spec.access as NamespaceAccess[])
      : [],
    network: networkDraftOf(spec.network),
    sourceRepos: (project?.sourceRepos ?? []).join('\n'),
    costCenter: text(spec.costCenter),
  };
}

/** A spec with what was changed of it in a draft; the rest stays as it is. */
export function amendedSpec(spec: SpecData, draft: NamespaceDraft): SpecData {
  const { podSecurity, quota } = spec as Record<string, object | undefined>;
  return {
    ...spec,
    podSecurity: { ...podSecurity, level: draft.podSecurity },
    quota: { ...quota, ...quotaOf(draft.quota) },
    network: networkOf(draft.network),
    access: draft.access,
    project: { sourceRepos: linesOf(draft.sourceRepos) },
    expiresOn: draft.expiresOn.trim() || undefined,
  };
}
