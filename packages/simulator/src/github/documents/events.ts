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

import type { GithubEvent } from '../types';
import {
  commentDocument,
  issueDocument,
  pullDocument,
  reviewDocument,
  type PullWhere,
} from './pulls';
import { repositoryDocument } from './repositories';
import { stamp } from './times';
import { userDocument } from './users';

const NONE = '0'.repeat(40);

/** What a webhook's delivery says. */
export function eventPayload(event: GithubEvent, where: PullWhere): unknown {
  const { host, links, repository } = where;
  const common = {
    repository: repositoryDocument(repository, { host, links }),
    organization: { login: repository.spec.owner },
    sender: userDocument(host.user(event.actor), links),
  };
  switch (event.name) {
    case 'push':
      return {
        ref: event.ref,
        before: event.before ?? NONE,
        after: event.after ?? NONE,
        created: event.before === undefined,
        deleted: event.after === undefined,
        forced: event.forced,
        compare: `${links.web}/${repository.fullName}/compare/${event.before}...${event.after}`,
        head_commit: event.after ? { id: event.after } : null,
        commits: [],
        pusher: { name: event.actor },
        ...common,
      };
    case 'pull_request':
      return {
        action: event.action,
        number: event.pull.number,
        pull_request: {
          ...pullDocument(event.pull, where),
          merged: event.pull.mergedAt !== undefined,
          merged_by: event.pull.mergedBy
            ? userDocument(host.user(event.pull.mergedBy), links)
            : null,
        },
        ...(event.action === 'synchronize' && {
          before: event.before,
          after: event.pull.head.sha,
        }),
        ...common,
      };
    case 'pull_request_review':
      return {
        action: event.action,
        review: {
          ...reviewDocument(event.review, event.pull, where),
          state: event.review.state.toLowerCase(),
        },
        pull_request: pullDocument(event.pull, where),
        ...common,
      };
    case 'issue_comment':
      return {
        action: event.action,
        issue: issueDocument(event.pull, where),
        comment: commentDocument(event.comment, event.pull, where),
        ...common,
      };
    default:
      return {
        id: event.status.id,
        sha: event.sha,
        name: repository.fullName,
        context: event.status.context,
        description: event.status.description ?? null,
        state: event.status.state,
        target_url: event.status.targetUrl ?? null,
        created_at: stamp(event.status.createdAt),
        updated_at: stamp(event.status.createdAt),
        branches: [],
        ...common,
      };
  }
}
