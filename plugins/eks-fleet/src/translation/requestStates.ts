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

/** Words for the states of requests and of what they are about. */
export const requestStateMessages = {
  requestState: {
    draft: 'draft',
    pendingApproval: 'waits for approval',
    proposed: 'proposed',
    merged: 'merged',
    synced: 'synced',
    provisioning: 'being made',
    registered: 'registered',
    ready: 'ready',
    failed: 'failed',
    rejected: 'rejected',
    cancelled: 'cancelled',
    expired: 'ran out of time',
  },
  requestStep: {
    done: 'done',
    now: 'under way',
    ahead: 'to come',
    skipped: 'not needed',
    stopped: 'it went no further',
  },
  requestOutcome: {
    allow: 'may go ahead',
    needsApproval: 'needs an approval',
    deny: 'is denied',
  },
  verdictReason: {
    deny: 'denied',
    needsApproval: 'needs an approval',
    note: 'to be known',
  },
  quotaState: {
    within: 'within the quota',
    nearly: 'nearly all taken',
    over: 'over the quota',
    unlimited: 'no limit',
  },
  placementWeight: {
    for: 'speaks for it',
    against: 'speaks against it',
    unknown: 'not known',
    deny: 'does not fit',
  },
  fileChange: {
    create: 'new',
    change: 'changed',
    remove: 'removed',
  },
  namespaceState: {
    present: 'there',
    absent: 'not on its cluster',
    unknown: 'not known',
    deleting: 'being deleted',
  },
  requestKind: {
    cluster: 'Cluster',
    namespace: 'Namespace',
    application: 'Application',
  },
  requestOperation: {
    create: 'New',
    change: 'Change',
    delete: 'Deletion',
    adopt: 'Adoption',
    extend: 'Extension',
  },
  requestSource: {
    person: 'a person',
    portal: 'the portal',
    git: 'Git',
    argocd: 'Argo CD',
    eks: 'EKS',
    kubernetes: 'Kubernetes',
    catalog: 'the catalog',
  },
  requestWaits: {
    approval: 'Waits for an approval',
    merge: 'Waits for its pull request to be merged',
    review: 'Waits for somebody to look at it',
    gitHost: 'Waits for the Git host',
    argocd: 'Waits for Argo CD',
    provisioner: 'Waits for what makes it',
    cluster: 'Waits for the cluster',
    catalog: 'Waits for the catalog',
    halt: 'Waits: all writing is halted',
  },
} as const;
