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

import type { ArgocdApplication } from '../../../argocd/types';
import { adviceFor } from '../updateAdvice';
import { failed, type GitopsDecision, type StepContext } from './decisions';
import { wordHop } from './describeChange';
import { toNotes, wantedSince } from './memory';
import { later, wait, type Wait } from './waits';

/** How long a provisioner may do nothing that anybody sees. */
export const SILENT_SECONDS = 20 * 60;
/** How long Argo CD may take to see a commit; it polls every three minutes by default. */
const UNSEEN_SECONDS = 10 * 60;

/** The next step of a hop that Git wants and EKS does not have yet. Pure. */
export function nextProvisioning(context: StepContext): GitopsDecision {
  const { memory, observed, work } = context;
  const { part } = observed;
  if (part.kind === 'seen' && part.isChanging) {
    return {
      ...wait('update.inProgress', `${wordHop(work)}: EKS is at it`),
      notes: toNotes({ ...memory, changingAt: lastChanging(context) }),
    };
  }
  if (part.kind === 'seen' && part.failed) {
    const { code, message, resourceIds } = part.failed;
    return failed(code, message, {
      resourceIds,
      advice: `${
        adviceFor(code) ?? 'Mend what it says'
      }; then have ${provisionerOf(context)} do it again, and retry`,
    });
  }
  return { ...waitFor(context), notes: toNotes(memory) };
}

/** To a few minutes, so that not each look is written down. */
function lastChanging({ memory: { changingAt }, now }: StepContext): string {
  return changingAt && later(new Date(changingAt), 300) > now.toISOString()
    ? changingAt
    : now.toISOString();
}

function waitFor(context: StepContext): Wait {
  const { memory, now, observed } = context;
  const { argocd, part } = observed;
  if (part.kind === 'unseen' && part.error) {
    const { code, message } = part.error;
    return wait(
      code === 'throttled' ? 'source.throttled' : 'cluster.unreachable',
      `EKS cannot be asked how far it is: ${message}`,
    );
  }
  const since = lastSign(context);
  const isSilent = now.toISOString() > later(new Date(since), SILENT_SECONDS);
  const [application] = [...(argocd?.applications ?? [])].sort(worstFirst);
  if (application) {
    const stuck = waitForApplication(context, application);
    if (stuck) {
      return stuck;
    }
  }
  const [unread] = argocd?.failed ?? [];
  if (unread && !application) {
    return wait(
      'source.unreachable',
      `Argo CD of ${unread.hub} cannot be read: ${unread.error.message}`,
      { slow: isSilent },
    );
  }
  const by = provisionerOf(context);
  if (!isSilent) {
    return wait(
      'update.inProgress',
      `${wordMerge(context)}; ${by} has yet to begin`,
    );
  }
  if (argocd && !application) {
    return wait(
      'argocd.notSynced',
      `${wordMerge(context)}, and Argo CD (${argocd.hubs.join(
        ', ',
      )}) has no application of ${
        observed.place.file.path
      }: make one, or look at what else provisions it`,
      { slow: true },
    );
  }
  return wait(
    'provisioner.silent',
    `${wordMerge(
      context,
    )}, and EKS has seen nothing of it since ${since}: look at what ${by} says${
      memory.changingAt ? '; it began, and ended without getting there' : ''
    }`,
    { slow: true },
  );
}

function waitForApplication(
  { memory, now, work }: StepContext,
  application: ArgocdApplication,
): Wait | undefined {
  const { health, message, name, operation, reconciledAt, sync, url } =
    application;
  const named = `Application ${name}${url ? ` (${url})` : ''}`;
  // What follows goes on in the same sentence.
  const why = message ? `: ${message.slice(0, 300).replace(/\.$/, '')}` : '';
  const since = wantedSince(memory)!;
  const hasSeenIt =
    (application.revision !== undefined &&
      application.revision === memory.merged?.sha) ||
    (reconciledAt !== undefined &&
      Date.parse(reconciledAt) >= Date.parse(since));
  const isLate = now.toISOString() > later(new Date(since), UNSEEN_SECONDS);
  if (!hasSeenIt) {
    return wait(
      'argocd.notSynced',
      `${named} has not seen the change yet${
        isLate ? '; look whether Argo CD can read the repository' : ''
      }`,
      { slow: isLate },
    );
  }
  if (health === 'Degraded' || health === 'Missing') {
    return wait(
      'argocd.notHealthy',
      `${named} is ${health}${why}; mend it and sync it again`,
      { slow: true },
    );
  }
  if (sync === 'OutOfSync' && operation === 'Running') {
    return wait('argocd.notSynced', `${named} is being synced`);
  }
  if (sync !== 'Synced') {
    const what = wordNotSynced(application);
    return wait('argocd.notSynced', `${named} ${what}${why}`, {
      slow: isLate,
    });
  }
  return health === 'Progressing'
    ? wait('update.inProgress', `${wordHop(work)}: ${named} is at it${why}`, {
        slow: isLate,
      })
    : undefined;
}

function wordNotSynced({ automated, sync }: ArgocdApplication): string {
  if (sync !== 'OutOfSync') {
    return 'cannot be compared with Git';
  }
  return automated
    ? 'has seen the change and has yet to sync'
    : 'does not sync by itself: sync it';
}

const HEALTHS = ['Degraded', 'Missing', 'Unknown', 'Progressing', 'Suspended'];

function worstFirst(a: ArgocdApplication, b: ArgocdApplication): number {
  const rank = ({ health, sync }: ArgocdApplication) =>
    (HEALTHS.indexOf(health) + 1 || HEALTHS.length + 1) * 2 +
    (sync === 'Synced' ? 1 : 0);
  return rank(a) - rank(b);
}

/** When anything was last heard of it. */
function lastSign({ memory }: StepContext): string {
  const since = wantedSince(memory)!;
  return memory.changingAt && memory.changingAt > since
    ? memory.changingAt
    : since;
}

function wordMerge({ memory: { merged, wantedSince: since } }: StepContext) {
  return merged
    ? `${merged.by ?? 'Somebody'} merged it at ${merged.at}`
    : `Git wants it already, as was seen at ${since}`;
}

function provisionerOf({ observed: { place } }: StepContext): string {
  return place.provisioner.title;
}
