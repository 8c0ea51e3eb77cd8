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
  fleetDeepLink,
  type PolicySeverity,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { Notice } from '../types';
import type { OwnerNews } from './DatabasePolicyNews';

const WORDED: PolicySeverity[] = ['critical', 'high', 'medium', 'low'];

/**
 * What an owner is told of findings, once a day and all at once; nothing where
 * nothing is new. Pure.
 */
export function policyDigest(
  { fresh, overdue, owner }: OwnerNews,
  context: { now: Date; portalPath?: string },
): Notice[] {
  const total = [...fresh.values()].reduce((sum, count) => sum + count, 0);
  if (total === 0) {
    return [];
  }
  const { now, portalPath } = context;
  const count = (severity: PolicySeverity) => fresh.get(severity) ?? 0;
  const severities = WORDED.filter(severity => count(severity) > 0).map(
    severity => `${count(severity)} ${severity}`,
  );
  return [
    {
      scope: `eks-fleet/policy/digest/${owner}`.slice(0, 400),
      fingerprint: now.toISOString().slice(0, 10),
      owner,
      family: `policy/digest/${owner}`,
      topic: 'policy',
      severity: severityOf(fresh),
      title: `${total} new policy ${total === 1 ? 'finding' : 'findings'}`,
      description: [
        severities.length > 0 && `${severities.join(', ')}.`,
        overdue > 0 &&
          `${overdue} of all your findings ${
            overdue === 1 ? 'is' : 'are'
          } overdue.`,
      ]
        .filter(Boolean)
        .join(' '),
      link: fleetDeepLink('findings', { owner, new: 'day' }, portalPath),
    },
  ];
}

function severityOf(fresh: OwnerNews['fresh']): Notice['severity'] {
  if (fresh.get('critical')) {
    return 'high';
  }
  return fresh.get('high') ? 'normal' : 'low';
}
