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
  parseClusterArn,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import {
  GATES_CONTEXT,
  policyInCluster,
  type ProposedChange,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import { code, markdown } from '../../rollouts/executors/gitops/markdown';
import type { PortalAddress } from '../../proposals/types';
import { policyKey } from '../store/policyKey';
import type { EditCluster, EditRecord } from './types';

const MOST_NAMED = 50;

/** The pull request that switches a policy; the same one whenever it is asked. Pure. */
export function describeEdit(
  record: EditRecord,
  { base, portal }: { base: string; portal: PortalAddress },
): ProposedChange {
  const { asked } = record;
  return {
    key: `policy edit ${asked.id}`,
    subject: `policy ${asked.policy} in ${asked.files
      .map(({ path }) => path)
      .join(', ')}`,
    base,
    files: asked.files,
    title: titleOf(record),
    body: bodyOf(record, portal),
    labels: ['eks-fleet'],
    status: {
      context: GATES_CONTEXT,
      description: 'Whoever merges this agrees to it',
      url: linkTo(record, portal),
    },
    actor: asked.requestedBy,
  };
}

function titleOf({ asked }: EditRecord): string {
  const { change, files, policy } = asked;
  const [first] = files;
  const where =
    files.length === 1 ? first.path : `${files.length} policy layers`;
  const what = change.mode
    ? `Switch ${policy} to ${change.mode}`
    : `Set ${policy} otherwise`;
  return `${what} in ${where}`.replaceAll(/\p{Cc}|\p{Cf}/gu, ' ').slice(0, 200);
}

function linkTo(
  { asked }: EditRecord,
  { appUrl, portalPath }: PortalAddress,
): string {
  // Whichever engine has it.
  return `${appUrl.replace(/\/+$/, '')}${fleetDeepLink(
    'policies',
    { policy: policyIds(asked.policy) },
    portalPath,
  )}`;
}

function policyIds(policy: string): string[] {
  return (['kyverno', 'gatekeeper'] as const).map(engine =>
    policyKey(policyInCluster(engine, policy)),
  );
}

function bodyOf(record: EditRecord, portal: PortalAddress): string {
  const { asked, clusters } = record;
  const rows = [
    ['Policy', code(asked.policy)],
    ['Reason', markdown(asked.reason)],
    ...(asked.ticket ? [['Ticket', markdown(asked.ticket)]] : []),
    ['Asked for by', code(asked.requestedBy)],
    ['Where it stands', `[in the portal](${linkTo(record, portal)})`],
  ];
  return [
    '| | |',
    '| --- | --- |',
    ...rows.map(([key, value]) => `| ${key} | ${value} |`),
    '',
    ...listed(
      'It changes these clusters:',
      clusters.filter(({ effect }) => effect === 'changes'),
      ({ after, before }) => `${before?.mode} → ${after?.mode}`,
    ),
    ...listed(
      'These say otherwise by a layer of their own, and stay as they are:',
      clusters.filter(({ effect }) => effect === 'overridden'),
      ({ overriddenBy = [] }) => overriddenBy.map(code).join(', '),
    ),
    'Whoever merges this agrees to it. Closed unmerged, the edit is over.',
    '',
  ].join('\n');
}

function listed(
  title: string,
  clusters: EditCluster[],
  word: (cluster: EditCluster) => string,
): string[] {
  if (clusters.length === 0) {
    return [];
  }
  const more = clusters.length - MOST_NAMED;
  return [
    title,
    '',
    ...clusters
      .slice(0, MOST_NAMED)
      .map(cluster => `- ${code(nameOf(cluster.arn))}: ${word(cluster)}`),
    ...(more > 0 ? [`- and ${more} more`] : []),
    '',
  ];
}

function nameOf(arn: string): string {
  const { accountId, clusterName, region } = parseClusterArn(arn) ?? {};
  return clusterName ? `${clusterName} (${accountId}, ${region})` : arn;
}
