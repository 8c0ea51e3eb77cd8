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

import type { RequestState } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { RequestSighting } from '../kinds/types';
import type { RequestRecord } from '../types';
import {
  proposeStep,
  SELDOM,
  SOON,
  type RequestStep,
  type RequestWait,
  type StepFacts,
} from './requestSteps';

/** From then on it is looked at less often. */
const LONG_SECONDS = 3600;
/** From then on somebody has to look why it is not seen. */
const UNSEEN_SECONDS = 2 * 3600;
/** From then on nobody is expected to mend it any more. */
const STUCK_SECONDS = 7 * 86_400;

/** What follows the merge: Argo CD, where it lives, the catalog. Pure. */
export function stepAfterMerge(
  record: RequestRecord,
  facts: StepFacts,
): RequestStep {
  if (record.progress.removal) {
    return stepRemoval(record, facts);
  }
  const { sighting } = facts;
  if (!sighting) {
    return { kind: 'observe' };
  }
  if (sighting.thing.state === 'failed') {
    return enter(
      'failed',
      sighting.thing.source,
      sighting.thing.message ?? 'It could not be made',
    );
  }
  if (sighting.thing.state === 'stuck') {
    return stepStuck(record, sighting, facts);
  }
  switch (record.state) {
    case 'merged':
      return stepMerged(record, sighting, facts);
    case 'synced':
      return enter(
        'provisioning',
        'argocd',
        record.asked.operation === 'delete'
          ? 'It is going where it lives'
          : 'It is coming where it lives',
      );
    case 'provisioning':
      return record.asked.operation === 'delete'
        ? stepGoing(record, sighting, facts)
        : stepProvisioning(record, sighting, facts);
    default:
      return enter('ready', 'portal', 'Done');
  }
}

function stepMerged(
  record: RequestRecord,
  { delivery, thing }: RequestSighting,
  facts: StepFacts,
): RequestStep {
  const { message } = delivery;
  const isGone =
    record.asked.operation === 'delete' && thing.state === 'absent';
  switch (delivery.state) {
    case 'synced':
      return enter('synced', 'argocd', message ?? 'Argo CD has it');
    case 'notRead':
      return enter(
        'provisioning',
        'git',
        message ?? 'No Argo CD is read here that would tell that it has it',
      );
    case 'missing':
      if (thing.state === 'there') {
        // What provisions it is no business of Argo CD's.
        return enter('provisioning', thing.source, 'It is there already');
      }
      return isGone
        ? enter('provisioning', thing.source, 'It is not there any more')
        : wait(record, facts, {
            message: message ?? 'Argo CD has no application for it yet',
            waiting: 'argocd',
          });
    case 'failed':
      return wait(record, facts, {
        message: `Argo CD does not take it${message ? `: ${message}` : ''}`,
        waiting: 'review',
      });
    default:
      return wait(record, facts, {
        message: message ?? 'Waits for Argo CD to see it',
        waiting: 'argocd',
      });
  }
}

function stepProvisioning(
  record: RequestRecord,
  { delivery, registration, thing }: RequestSighting,
  facts: StepFacts,
): RequestStep {
  if (thing.state !== 'there') {
    return wait(
      record,
      facts,
      whyNot(thing, delivery, 'Waits for it to come into being'),
    );
  }
  if (registration.state === 'missing') {
    return waitForRegistration(record, registration, facts);
  }
  return enter(
    'registered',
    registration.state === 'there' ? 'catalog' : thing.source,
    thing.message ?? 'It is there as it is wanted',
  );
}

/** The files go last, once what they describe is gone. */
function stepGoing(
  record: RequestRecord,
  { delivery, thing }: RequestSighting,
  facts: StepFacts,
): RequestStep {
  return thing.state === 'absent'
    ? { kind: 'planRemoval' }
    : wait(record, facts, whyNot(thing, delivery, 'Waits for it to be gone'));
}

/** What does not come about by itself needs somebody. */
function whyNot(
  thing: RequestSighting['thing'],
  delivery: RequestSighting['delivery'],
  otherwise: string,
): Pick<RequestWait, 'message' | 'waiting'> {
  if (delivery.state === 'failed' && delivery.message) {
    return { message: delivery.message, waiting: 'review' };
  }
  return {
    message: thing.message ?? otherwise,
    waiting: thing.source === 'kubernetes' ? 'cluster' : 'provisioner',
  };
}

/** It is followed on, as somebody may mend what keeps it from being made. */
function stepStuck(
  record: RequestRecord,
  { thing }: RequestSighting,
  facts: StepFacts,
): RequestStep {
  const message = thing.message ?? 'It could not be made';
  const { code, since } = record.progress.waiting ?? {};
  const stuckSince = code === 'review' ? Date.parse(since!) : Infinity;
  return facts.now.getTime() - stuckSince > STUCK_SECONDS * 1000
    ? enter('failed', thing.source, `${message}. Nobody mended it for 7 days`)
    : wait(record, facts, {
        message: `${message}. Mend that and it is followed on, or take the request back and ask for the deletion`,
        waiting: 'review',
      });
}

function waitForRegistration(
  record: RequestRecord,
  { message, remedy }: RequestSighting['registration'],
  facts: StepFacts,
): RequestWait {
  const said = message ?? 'It is there; waits for the catalog to know it';
  const { code, since } = record.progress.waiting ?? {};
  const unseenSince =
    code === 'catalog' || code === 'review' ? Date.parse(since!) : Infinity;
  const isLate =
    code === 'review' ||
    facts.now.getTime() - unseenSince > UNSEEN_SECONDS * 1000;
  return remedy && isLate
    ? wait(record, facts, {
        message: `${said}, which takes long. ${remedy}`,
        waiting: 'review',
      })
    : wait(record, facts, { message: said, waiting: 'catalog' });
}

function stepRemoval(record: RequestRecord, facts: StepFacts): RequestStep {
  const removal = record.progress.removal!;
  const { pullRequest } = removal;
  if (removal.files.length === 0) {
    return enter('ready', 'git', 'It is gone, and so are its files');
  }
  if (!pullRequest) {
    return proposeStep(record, 'removal', facts);
  }
  const { number, state } = pullRequest;
  if (state === 'merged') {
    return enter(
      'ready',
      'git',
      `It is gone, and pull request #${number} took its files away`,
    );
  }
  if (!facts.looked.has('removal')) {
    return { kind: 'follow', part: 'removal' };
  }
  if (state === 'closed') {
    return {
      kind: 'wait',
      seconds: SELDOM,
      message: `It is gone, but pull request #${number}, which takes its files away, was closed unmerged`,
      waiting: 'review',
    };
  }
  const next = proposeStep(record, 'removal', facts);
  return next.kind === 'propose'
    ? next
    : {
        kind: 'wait',
        seconds: SOON,
        message: `It is gone. Waits for somebody to merge pull request #${number}, which takes its files away`,
        waiting: removal.problem ? 'review' : 'merge',
      };
}

function enter(
  state: RequestState,
  source: RequestSighting['thing']['source'],
  message: string,
): RequestStep {
  return { kind: 'enter', state, source, message };
}

function wait(
  { progress }: RequestRecord,
  { now }: StepFacts,
  step: Pick<RequestWait, 'message' | 'waiting'>,
): RequestWait {
  const since = Date.parse(progress.steps.at(-1)!.at);
  const isLong = now.getTime() - since > LONG_SECONDS * 1000;
  return { kind: 'wait', seconds: isLong ? SELDOM : SOON, ...step };
}
