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
  type FleetRepository,
  type ProposedChange,
  type ProposedFile,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import { code, markdown } from '../../rollouts/executors/gitops/markdown';
import type { PortalAddress } from '../../proposals/types';
import type { ExceptionRecord, RenderedFile } from './types';

const MOST_NAMED = 50;

/** The pull request that adds an exception; the same one whenever it is asked. Pure. */
export function describeCreation(
  record: ExceptionRecord,
  { base, portal }: { base: string; portal: PortalAddress },
): ProposedChange {
  const { asked, progress } = record;
  const { decision } = record.acts;
  return {
    key: `exception ${asked.id}`,
    subject: `exception ${asked.name}`,
    base,
    files: (progress.files ?? asked.files).map(toAdded),
    title: titleOf('Exception from', record),
    body: bodyOf(record, portal, [
      asked.approval === 'git'
        ? 'Whoever merges this agrees to it.'
        : `Agreed to in the portal by ${code(
            decision?.by ?? '',
          )}. Another commit on this branch changes what was agreed to.`,
      'Closed unmerged, the request is over. At its end the portal proposes to remove it.',
    ]),
    labels: ['eks-fleet'],
    status: {
      context: GATES_CONTEXT,
      description:
        asked.approval === 'git'
          ? 'Whoever merges this agrees to it'
          : 'It was agreed to in the portal',
      url: linkTo(record, portal),
    },
    actor: asked.requestedBy,
  };
}

/** The pull request that takes it away again. Pure. */
export function describeRemoval(
  record: ExceptionRecord,
  { base, portal }: { base: string; portal: PortalAddress },
): ProposedChange {
  const { asked, progress } = record;
  const { attempt, files } = progress.removal!;
  const endedEarly = record.acts.endedEarly ?? record.acts.cancelled;
  return {
    key: `exception ${asked.id} removal ${attempt}`,
    subject: `exception ${asked.name}`,
    base,
    files: files.map(toRemoved),
    title: titleOf('End of the exception from', record),
    body: bodyOf(record, portal, [
      endedEarly
        ? `Ended before its time by ${code(endedEarly.by)}.`
        : 'Its time is over. Until this is merged the engine may go on letting it pass.',
    ]),
    labels: ['eks-fleet'],
    status: {
      context: GATES_CONTEXT,
      description: 'The exception is over',
      url: linkTo(record, portal),
    },
    actor: endedEarly?.by ?? asked.requestedBy,
  };
}

function toAdded(file: RenderedFile): ProposedFile {
  return 'create' in file
    ? { path: file.path, create: file.create }
    : {
        path: file.path,
        entries: [{ pointer: file.pointer, add: file.add }],
      };
}

function toRemoved(file: RenderedFile): ProposedFile {
  return 'create' in file
    ? { path: file.path, remove: true }
    : {
        path: file.path,
        entries: [{ pointer: file.pointer, remove: file.add }],
      };
}

/** What a request would change in a repository. Pure. */
export function toChange(
  files: RenderedFile[],
  { branch }: Pick<FleetRepository, 'branch'>,
): Pick<ProposedChange, 'base' | 'files'> {
  return { base: branch, files: files.map(toAdded) };
}

function titleOf(what: string, { asked }: ExceptionRecord): string {
  const { policy, scope } = asked;
  return `${what} ${policy.name}: ${wordScope(scope)}`
    .replaceAll(/\p{Cc}|\p{Cf}/gu, ' ')
    .slice(0, 200);
}

/** Such as `Deployment web in shop`. */
export function wordScope(scope: ExceptionRecord['asked']['scope']): string {
  if (scope.kind === 'namespace') {
    return `namespace ${scope.namespace}`;
  }
  const { kind, name } = scope.resource;
  return scope.namespace
    ? `${kind} ${name} in ${scope.namespace}`
    : `${kind} ${name}`;
}

function linkTo(
  { asked }: ExceptionRecord,
  { appUrl, portalPath }: PortalAddress,
): string {
  return `${appUrl.replace(/\/+$/, '')}${fleetDeepLink(
    'exceptions',
    { request: asked.id },
    portalPath,
  )}`;
}

function bodyOf(
  record: ExceptionRecord,
  portal: PortalAddress,
  sentences: string[],
): string {
  const { asked, clusters } = record;
  const { policy } = asked;
  const rows = [
    ['Policy', code(`${policy.kind}/${policy.name}`)],
    ...(policy.rule ? [['Rule', code(policy.rule)]] : []),
    ['Covers', code(wordScope(asked.scope))],
    ['Reason', markdown(asked.reason)],
    ...(asked.ticket ? [['Ticket', markdown(asked.ticket)]] : []),
    ['Ends', code(asked.expiresAt)],
    ['Asked for by', code(asked.requestedBy)],
    ['Request', `[in the portal](${linkTo(record, portal)})`],
  ];
  const named = clusters
    .slice(0, MOST_NAMED)
    .map(({ arn }) => `- ${code(nameOf(arn))}`);
  const more = clusters.length - named.length;
  return [
    '| | |',
    '| --- | --- |',
    ...rows.map(([key, value]) => `| ${key} | ${value} |`),
    '',
    'Clusters:',
    '',
    ...named,
    ...(more > 0 ? [`- and ${more} more`] : []),
    '',
    ...sentences.flatMap(sentence => [sentence, '']),
  ].join('\n');
}

function nameOf(arn: string): string {
  const { accountId, clusterName, region } = parseClusterArn(arn) ?? {};
  return clusterName ? `${clusterName} (${accountId}, ${region})` : arn;
}
