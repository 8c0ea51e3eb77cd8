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

import type { GitHostKind } from '../hosts/types';
import type { GitEvent, WebhookRequest } from './types';

const HEADS = 'refs/heads/';
const NO_COMMIT = /^0*$/;
const GITLAB_STATES: Record<string, 'open' | 'merged' | 'closed'> = {
  opened: 'open',
  locked: 'open',
  merged: 'merged',
  closed: 'closed',
};

/** The event in a payload whose signature was right; `undefined` for other kinds. */
export function toGitEvent(
  kind: GitHostKind,
  headers: WebhookRequest['headers'],
  payload: any,
  repository: string,
): GitEvent | undefined {
  if (kind === 'gitlab') {
    return toGitlabEvent(
      String(headers['x-gitlab-event']),
      payload,
      repository,
    );
  }
  const name = headers['x-gitea-event'] ?? headers['x-github-event'];
  const by = payload.sender?.login;
  if (name === 'push') {
    return toPush(repository, by, payload, payload.forced === true);
  }
  const { pull_request: pull } = payload;
  // Gitea has names of its own for some of what happens to pull requests.
  if (!pull || !String(name).startsWith('pull_request')) {
    return undefined;
  }
  return {
    kind: 'pullRequest',
    repository,
    by,
    number: pull.number,
    state: pull.merged_at || pull.merged ? 'merged' : pull.state,
    action: String(payload.action),
    head: { branch: pull.head.ref, sha: pull.head.sha },
    base: { branch: pull.base.ref },
  };
}

function toGitlabEvent(
  name: string,
  payload: any,
  repository: string,
): GitEvent | undefined {
  if (name === 'Push Hook') {
    return toPush(repository, payload.user_username, payload, false);
  }
  const { object_attributes: attributes, user } = payload;
  if (name !== 'Merge Request Hook' || !attributes) {
    return undefined;
  }
  return {
    kind: 'pullRequest',
    repository,
    by: user?.username,
    number: attributes.iid,
    state: GITLAB_STATES[attributes.state] ?? 'open',
    action: String(attributes.action),
    head: {
      branch: attributes.source_branch,
      sha: attributes.last_commit?.id,
    },
    base: { branch: attributes.target_branch },
  };
}

function toPush(
  repository: string,
  by: string | undefined,
  { after, ref }: { after?: string; ref?: string },
  isForced: boolean,
): GitEvent | undefined {
  if (typeof ref !== 'string' || !ref.startsWith(HEADS)) {
    return undefined;
  }
  return {
    kind: 'push',
    repository,
    by,
    branch: ref.slice(HEADS.length),
    ...(after && !NO_COMMIT.test(after) && { sha: after }),
    isForced,
  };
}
