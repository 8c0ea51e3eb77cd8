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

import { ConflictError, NotAllowedError } from '@backstage/errors';
import type { ExceptionDecision } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { isSameRef } from '../../../proposals/isSameRef';
import { hashFiles, renderFiles } from '../render/renderFiles';
import type { ExceptionAct } from '../store/types';
import type { ExceptionRecord } from '../types';

/**
 * Agrees to a request, or refuses it, exactly as it was looked at. Pure.
 *
 * @throws NotAllowedError where who asked decides, ConflictError where there is nothing to decide, or something else than was looked at
 */
export function decideRequest(
  record: ExceptionRecord,
  { comment, contentHash, verdict }: ExceptionDecision,
  options: {
    by: string;
    now: Date;
    /** Of Kyverno's objects, as it is configured now. */
    namespace: string;
  },
): ExceptionAct {
  const { acts, asked, progress, state } = record;
  const { by, namespace, now } = options;
  if (isSameRef(asked.requestedBy, by)) {
    throw new NotAllowedError('Who asked for an exception cannot decide it');
  }
  if (asked.approval === 'git') {
    throw new ConflictError(
      'Here whoever merges the pull request decides (eksFleet.policies.exceptions.approval)',
    );
  }
  if (state !== 'pendingApproval') {
    throw new ConflictError(
      acts.decision
        ? `${acts.decision.by} decided already`
        : `There is nothing to decide: it is ${state}`,
    );
  }
  if (asked.contentHash !== contentHash) {
    throw new ConflictError(
      'It is another request than the one that was looked at; look again',
    );
  }
  const at = now.toISOString();
  const decision = { verdict, by, at, comment: comment?.trim() || undefined };
  if (verdict === 'reject') {
    return {
      state: 'rejected',
      acts: { ...acts, decision },
      progress: { ...progress, message: `${by} refused it` },
      event: { at, by, message: 'Refused' },
    };
  }
  const { rendering } = asked;
  const rendered = { rendering, namespace, places: asked.files };
  if (hashFiles(renderAll(record, rendered)) !== contentHash) {
    throw new ConflictError(
      'It would be written otherwise now than when it was asked for; take it back and ask anew',
    );
  }
  return {
    state: 'proposed',
    acts: { ...acts, decision },
    progress: {
      ...progress,
      files: renderAll(record, { ...rendered, approvedBy: by }),
      message: 'The pull request is being opened',
    },
    event: { at, by, message: 'Agreed' },
  };
}

function renderAll(
  { asked }: ExceptionRecord,
  {
    approvedBy,
    ...options
  }: {
    rendering: ExceptionRecord['asked']['rendering'];
    namespace: string;
    places: ExceptionRecord['asked']['files'];
    approvedBy?: string;
  },
) {
  return renderFiles(
    { ...asked, approvedBy },
    {
      ...options,
      places: options.places.map(({ arn, path }) => ({ path, arn })),
    },
  );
}
