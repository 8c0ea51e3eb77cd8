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

import { createHmac, timingSafeEqual } from 'node:crypto';
import type { GitHostKind } from '../hosts/types';
import type { WebhookRequest } from './types';

/** Which host it says it is from; checked by what it is signed with. */
export function kindOfWebhook(
  headers: WebhookRequest['headers'],
): GitHostKind | undefined {
  // Gitea sends GitHub's headers too.
  if (headers['x-gitea-event']) {
    return 'gitea';
  }
  if (headers['x-gitlab-event']) {
    return 'gitlab';
  }
  return headers['x-github-event'] ? 'github' : undefined;
}

/**
 * Whether a request was signed with a secret: by HMAC-SHA-256 over its body on
 * GitHub and Gitea, by the secret itself on GitLab.
 */
export function isSigned(
  kind: GitHostKind,
  { body, headers }: WebhookRequest,
  secret: string,
): boolean {
  const hmac = () => createHmac('sha256', secret).update(body).digest('hex');
  switch (kind) {
    case 'github':
      return isSame(headers['x-hub-signature-256'], `sha256=${hmac()}`);
    case 'gitea':
      return isSame(headers['x-gitea-signature'], hmac());
    default:
      return isSame(headers['x-gitlab-token'], secret);
  }
}

/** Takes equally long wherever the two differ, and however long the first is. */
function isSame(given: string | string[] | undefined, right: string): boolean {
  if (typeof given !== 'string' || !right) {
    return false;
  }
  const digest = (text: string) =>
    createHmac('sha256', 'compare').update(text).digest();
  return timingSafeEqual(digest(given), digest(right));
}
