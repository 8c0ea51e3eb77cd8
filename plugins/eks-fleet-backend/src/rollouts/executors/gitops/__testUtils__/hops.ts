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
  beginProposal,
  shippedProvisioners,
  type FieldEdit,
  type FleetRepository,
  type GitPullRequestDetail,
  type TrackWork,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import type { ArgocdApplication } from '../../../../argocd/types';
import { describeChange } from '../describeChange';
import { findPlace } from '../findPlace';
import type { GitLook, PartLook, Place, Proposal } from '../types';

export const NOW = new Date('2026-11-25T12:00:00.000Z');
export const HEAD = 'a'.repeat(40);
export const OTHER = 'b'.repeat(40);
export const URL = 'https://github.com/acme/fleet/pull/7';
export const PORTAL = { appUrl: 'https://portal.example.com' };
export const EDITS: FieldEdit[] = [
  { pointer: '/kubernetes_version', from: '1.33', to: '1.34' },
];

/** So many seconds before {@link NOW}. */
export function ago(seconds: number): string {
  return new Date(NOW.getTime() - seconds * 1000).toISOString();
}

export function hop(over: Partial<TrackWork> = {}): TrackWork {
  return {
    installationId: 'demo',
    rollout: { id: 'r1', name: 'autumn', title: 'Autumn' },
    wave: { index: 2, name: 'production', gatesOpen: true },
    cellId: 'c1',
    cluster: {
      arn: 'arn:aws:eks:eu-west-1:111122223333:cluster/orders',
      entityRef: 'resource:default/orders',
      name: 'orders',
      partition: 'aws',
      accountId: '111122223333',
      region: 'eu-west-1',
      labels: {},
    },
    kind: 'controlPlane',
    direction: 'forward',
    from: '1.33',
    to: '1.34',
    attempt: 1,
    force: false,
    startedBy: 'user:default/pat',
    approvedBy: [],
    startedAt: ago(3600),
    memory: {},
    ...over,
  };
}

export function fleetRepository(
  over: Partial<FleetRepository> = {},
): FleetRepository {
  return {
    id: 'fleet',
    url: 'https://github.com/acme/fleet',
    branch: 'main',
    merge: { automatic: false, method: 'merge' },
    clusters: [
      {
        match: {},
        provisioner: 'terraform',
        path: 'live/{account}/{region}/{cluster}.auto.tfvars.json',
        fields: {
          version: '/kubernetes_version',
          nodegroups: {
            version: '/groups/{name}/version',
            releaseVersion: '/groups/{name}/release',
          },
        },
      },
    ],
    ...over,
  };
}

export function place(over: Partial<FleetRepository> = {}): Place {
  const found = findPlace(
    [fleetRepository(over)],
    shippedProvisioners,
    hop().cluster,
  );
  return (found as { place: Place }).place;
}

export function seen(
  now: string,
  more: Partial<Extract<PartLook, { kind: 'seen' }>> = {},
): PartLook {
  return { kind: 'seen', now, isChanging: false, ...more };
}

export function proposal(over: Partial<Proposal> = {}): Proposal {
  const change = describeChange(hop(), place(), EDITS, PORTAL);
  return {
    change,
    edits: EDITS,
    record: {
      ...beginProposal('demo', change),
      hasNoPullRequest: true,
      headSha: HEAD,
    },
    rivals: [],
    ...over,
  };
}

export function pullRequest(
  over: Partial<GitPullRequestDetail> = {},
): GitPullRequestDetail {
  const { record } = proposal();
  return {
    number: 7,
    url: URL,
    title: 'orders: Kubernetes 1.33 to 1.34',
    state: 'open',
    head: { branch: record.branch, sha: HEAD },
    base: { branch: 'main' },
    isOwnBranch: true,
    labels: ['eks-fleet'],
    updatedAt: ago(60),
    mergeability: 'ready',
    ...over,
  };
}

/** A look at a pull request that is made, with its status set. */
export function made(
  over: Partial<GitPullRequestDetail> = {},
  more: Partial<Extract<GitLook, { kind: 'pullRequest' }>> = {},
): Extract<GitLook, { kind: 'pullRequest' }> {
  return {
    ...proposal(),
    kind: 'pullRequest',
    detail: pullRequest(over),
    ...more,
  };
}

export function application(
  over: Partial<ArgocdApplication> = {},
): ArgocdApplication {
  return {
    hub: 'hub-eu',
    namespace: 'argocd',
    name: 'orders',
    url: 'https://argocd.example.com/applications/argocd/orders',
    sources: [{ repoUrl: 'https://github.com/acme/fleet' }],
    destination: { name: 'orders' },
    sync: 'Synced',
    health: 'Healthy',
    reconciledAt: ago(10),
    automated: true,
    ...over,
  };
}
