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

import { AuthenticationError, InputError } from '@backstage/errors';
import type { FleetRepository } from '../config/types';
import type { GitHostKind } from '../hosts/types';
import { toGitEvent } from './toGitEvent';
import type { GitEvent, WebhookRequest } from './types';
import { isSigned, kindOfWebhook } from './verifyWebhook';

/**
 * What a Git host tells of a fleet repository, once its signature is found to
 * be right.
 *
 * @returns `undefined` for events of other kinds
 * @throws AuthenticationError for what is not signed with the repository's secret, InputError for what is no event
 */
export function readWebhook(
  request: WebhookRequest,
  repositories: readonly FleetRepository[],
  secrets: ReadonlyMap<string, string>,
): GitEvent | undefined {
  const kind = kindOfWebhook(request.headers);
  const payload = readPayload(request.body);
  const repository = repositories.find(({ url }) =>
    isAbout(payload, kind, url),
  );
  const secret = repository && secrets.get(repository.id);
  // One answer for all of these: it is nobody's business what is configured.
  if (!kind || !secret || !isSigned(kind, request, secret)) {
    throw new AuthenticationError(
      'The request is not signed with the secret of a fleet repository',
    );
  }
  return toGitEvent(kind, request.headers, payload, repository.id);
}

function readPayload(body: Buffer): any {
  try {
    const payload = JSON.parse(body.toString('utf8'));
    if (typeof payload === 'object' && payload !== null) {
      return payload;
    }
  } catch {
    // Said below, for this too.
  }
  throw new InputError('The body must be a JSON object (application/json)');
}

function isAbout(
  payload: any,
  kind: GitHostKind | undefined,
  url: string,
): boolean {
  const page =
    kind === 'gitlab' ? payload.project?.web_url : payload.repository?.html_url;
  return (
    typeof page === 'string' &&
    page.replace(/\/+$/, '').toLowerCase() === url.toLowerCase()
  );
}
