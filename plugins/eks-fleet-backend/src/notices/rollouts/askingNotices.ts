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

import { parseEntityRef } from '@backstage/catalog-model';
import { deepLink } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { judgeApproval, parseApproval } from '../../rollouts/engine/approvals';
import type { RolloutRecord, RolloutSnapshot } from '../../rollouts/records';
import type { Notice } from '../types';
import type { Asking } from './standing';
import { scopeOf, type OwnCounts } from './types';

/**
 * Who is asked for an approval: those whom the gate names, else the owners of
 * the wave's clusters; never who has a part in the rollout and so may not
 * approve it. A rejection, an approval that did not come in time, and that
 * nobody is left to give it are for who planned it. No numbers: who approves may not see all of it. Pure.
 */
export function askingNotices(
  { rollout }: RolloutSnapshot,
  asking: Asking,
  owners: OwnCounts,
  portalPath?: string,
): Notice[] {
  const { gate, round, wave } = asking;
  const { id, title } = rollout;
  const [owner, ...others] = recipientsOf(rollout, asking, owners);
  if (!owner) {
    return [];
  }
  return [
    {
      ...wordAsking(rollout, asking),
      title: titleOf(title, asking),
      scope: `${scopeOf(id)}gate/${gate.id}/${asking.for}`.slice(0, 400),
      fingerprint: round,
      thread: `${scopeOf(id)}gate/${gate.phase}/${gate.place}`,
      owner,
      others,
      except: asking.for === 'approve' ? partsOf(rollout) : [],
      family: `rollout/${id}`,
      topic: 'approval',
      link: deepLink({ rollout: id, wave: wave.index }, portalPath),
    },
  ];
}

function titleOf(title: string, { for: what, wave }: Asking): string {
  switch (what) {
    case 'rejected':
      return `${title}: wave ${wave.name} was rejected`;
    case 'expired':
      return `${title}: nobody approved wave ${wave.name} in time`;
    case 'missing':
      return `${title}: nobody is left who could approve wave ${wave.name}`;
    case 'release':
      return `${title}: wave ${wave.name} is held until somebody releases it`;
    default:
      return `${title}: wave ${wave.name} waits for your approval`;
  }
}

function wordAsking(
  rollout: RolloutRecord,
  { for: what, gate }: Asking,
): Pick<Notice, 'description' | 'severity'> {
  const message = gate.waiting?.message ?? gate.title;
  if (what !== 'approve') {
    return {
      description: `${message}.`,
      severity: what === 'release' ? 'normal' : 'high',
    };
  }
  const { expiresAt } = judgeApproval(gate, rollout, new Date(0));
  return {
    description: expiresAt
      ? `${message}, until ${expiresAt.slice(0, 16).replace('T', ' ')} UTC.`
      : `${message}.`,
    severity: 'high',
  };
}

function recipientsOf(
  rollout: RolloutRecord,
  { for: what, gate, wave }: Asking,
  owners: OwnCounts,
): string[] {
  if (what !== 'approve' && what !== 'release') {
    return partsOf(rollout);
  }
  const named = what === 'approve' ? parseApproval(gate.asked).from : [];
  const asked =
    named.length > 0
      ? named
      : [...owners].flatMap(([owner, own]) =>
          own.has(wave.index) ? owner : [],
        );
  return [...new Set(asked.filter(isEntityRef))].sort();
}

/** Who asked for it, last edited or started it. */
function partsOf({ createdBy, startedBy, updatedBy }: RolloutRecord): string[] {
  return [...new Set([createdBy, updatedBy, startedBy])].filter(
    (ref): ref is string => Boolean(ref),
  );
}

function isEntityRef(ref: string): boolean {
  try {
    return ['user', 'group'].includes(
      parseEntityRef(ref).kind.toLocaleLowerCase('en-US'),
    );
  } catch {
    return false;
  }
}
