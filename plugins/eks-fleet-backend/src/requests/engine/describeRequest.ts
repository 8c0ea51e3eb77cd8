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
  type RequestOperation,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import {
  GATES_CONTEXT,
  type ProposedChange,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import type { PortalAddress } from '../../proposals/types';
import { code, markdown } from '../../rollouts/executors/gitops/markdown';
import type { RequestRecord } from '../types';
import type { RequestPart } from './requestSteps';

const VERBS: Record<RequestOperation, string> = {
  create: 'Make',
  change: 'Change',
  delete: 'Delete',
  adopt: 'Take over',
  extend: 'Extend',
};

/** The pull request of a request; the same one whenever it is asked. Pure. */
export function describeRequest(
  record: RequestRecord,
  part: RequestPart,
  { base, portal }: { base: string; portal: PortalAddress },
): ProposedChange {
  const { asked, progress } = record;
  const { attempt, files } = progress[part]!;
  const isRemoval = part === 'removal';
  const title = isRemoval
    ? `Take away the files of ${asked.thing.kind} ${asked.thing.title}`
    : `${VERBS[asked.operation]} ${asked.thing.kind} ${asked.thing.title}`;
  return {
    key: `request ${asked.id} ${part} ${attempt}`,
    subject: asked.thing.key,
    base,
    files,
    title: title.replaceAll(/\p{Cc}|\p{Cf}/gu, ' ').slice(0, 200),
    body: bodyOf(record, portal, isRemoval),
    labels: ['eks-fleet'],
    status: {
      context: GATES_CONTEXT,
      description: statusOf(record),
      url: linkToRequest(asked.id, portal),
    },
    actor: asked.requestedBy,
  };
}

/** Where a request is read in the portal. */
export function linkToRequest(
  id: string,
  { appUrl, portalPath }: PortalAddress,
): string {
  return `${appUrl.replace(/\/+$/, '')}${fleetDeepLink(
    'requests',
    { request: id },
    portalPath,
  )}`;
}

function approvalOf({ acts }: RequestRecord) {
  return acts.decisions.findLast(
    ({ verdict, voided }) => verdict === 'approve' && !voided,
  );
}

function statusOf(record: RequestRecord): string {
  return approvalOf(record)
    ? 'It was agreed to in the portal'
    : 'It needs no approval in the portal';
}

function bodyOf(
  record: RequestRecord,
  portal: PortalAddress,
  isRemoval: boolean,
): string {
  const { acts, asked, progress } = record;
  const { approval, cost } = progress.assessment;
  const agreed = approvalOf(record);
  const rows = [
    ['For', code(asked.owner)],
    ['Environment', code(asked.environment)],
    ['Reason', markdown(asked.reason)],
    ...(asked.ticket ? [['Ticket', markdown(asked.ticket)]] : []),
    ['Asked for by', code(asked.requestedBy)],
    ...(acts.amended ? [['Amended by', code(acts.amended.by)]] : []),
    ['Agreed to by', agreed ? code(agreed.by) : markdown(approval.message)],
    ...(cost
      ? [
          [
            'A month',
            `${cost.before.expected.toFixed(0)} → ${cost.after.expected.toFixed(
              0,
            )} ${markdown(cost.currency)}${
              cost.unknown.length > 0 ? ' at least' : ''
            }`,
          ],
        ]
      : []),
    ['Request', `[in the portal](${linkToRequest(asked.id, portal)})`],
  ];
  const sentences = isRemoval
    ? ['What these files describe is gone.']
    : [
        'Another commit on this branch changes what was agreed to; the portal says so in the request.',
        'Closed unmerged, the request is over.',
      ];
  return [
    '| | |',
    '| --- | --- |',
    ...rows.map(([key, value]) => `| ${key} | ${value} |`),
    '',
    ...sentences.flatMap(sentence => [sentence, '']),
  ].join('\n');
}
