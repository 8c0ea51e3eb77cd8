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
  applicationThingKey,
  clusterThingKey,
  namespaceThingKey,
  type FleetRequest,
  type RequestAsk,
  type RequestCurrent,
  type RequestPreflight,
  type RequestSubmission,
  type Rollout,
  type RolloutDraft,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';

/** What a thing is asked for by, as the backend reads it of an ask. */
export function keyOf({ kind, spec: given, thing }: RequestAsk): string {
  if (thing) {
    return thing;
  }
  const spec = given as any;
  switch (kind) {
    case 'cluster':
      return clusterThingKey(spec);
    case 'namespace':
      return namespaceThingKey(spec.cluster, spec.name);
    default:
      return applicationThingKey({
        team: spec.owner.split('/')[1],
        application: spec.name,
        environment: spec.environment,
      });
  }
}

export function madePreflight(
  ask: RequestAsk,
  given: Partial<RequestPreflight>,
): RequestPreflight {
  const key = keyOf(ask);
  const range = (expected: number) => ({
    minimum: expected,
    expected,
    maximum: expected * 2,
  });
  const verdict = given.verdict ?? { outcome: 'allow' as const, reasons: [] };
  return {
    problems: [],
    thing: { kind: ask.kind, key, title: key },
    verdict,
    approval: {
      needed: verdict.outcome === 'needsApproval',
      message: 'It is a namespace in production.',
      approvers: ['group:default/approvers'],
    },
    cost: {
      currency: 'USD',
      before: range(0),
      after: range(40),
      parts: [],
      unknown: [],
      assumptions: ['A month has 730 hours.'],
    },
    ...given,
  };
}

export function madeRequest(
  number: number,
  submission: RequestSubmission,
  { approval, cost, thing, verdict }: RequestPreflight,
): FleetRequest {
  const { kind, operation, owner, reason, spec = {} } = submission;
  return {
    id: `00000000-0000-4000-8000-00000000000${number}`,
    kind,
    operation,
    thing: thing!,
    title: `${kind} ${thing!.title}`,
    state: approval!.needed ? 'pendingApproval' : 'proposed',
    isOver: false,
    owner,
    requestedBy: 'user:default/mock',
    requestedAt: '2026-11-30T00:00:00Z',
    updatedAt: '2026-11-30T00:00:00Z',
    reason,
    verdict: verdict!.outcome,
    rights: { decide: false, amend: false, comment: true, cancel: true },
    spec,
    specHash: 'h',
    preflight: verdict!,
    cost,
    approval: approval!,
    decisions: [],
    comments: [],
    steps: [],
    events: [],
    links: {
      pullRequest: {
        number,
        url: `https://git.example.com/acme/fleet/pull/${number}`,
        state: 'open',
      },
    },
  };
}

export function madeCurrent(
  key: string,
  spec: object,
  owner = 'group:default/payments',
): RequestCurrent {
  return {
    thing: { kind: key.split('/')[0] as 'cluster', key, title: key },
    owner,
    spec: { ...spec },
    specHash: `hash of ${key}`,
    commit: 'c0ffee',
    path: 'x.yaml',
    repository: 'https://git.example.com/acme/fleet',
  } as RequestCurrent;
}

export function madeRollout(number: number, draft: RolloutDraft): Rollout {
  const no = {
    edit: true,
    start: true,
    pause: false,
    approve: false,
    force: false,
    rollback: false,
  };
  return {
    ...draft,
    id: `rollout-${number}`,
    name: 'r',
    revision: 1,
    lifecycle: 'draft',
    outcome: 'none',
    environments: [],
    owners: [],
    createdBy: 'user:default/mock',
    createdAt: '2026-11-30T00:00:00Z',
    waves: [],
    unassigned: 0,
    may: no,
  } as unknown as Rollout;
}
