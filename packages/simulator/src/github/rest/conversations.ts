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
  commentDocument,
  issueDocument,
  labelDocument,
  pullDocument,
  reviewDocument,
} from '../documents/pulls';
import { GithubError } from '../GithubError';
import {
  commentOnPull,
  editPull,
  isReviewVerdict,
  reviewPull,
} from '../pulls/editPull';
import { optionalText, requiredText, textList } from './parameters';
import { paged } from './paging';
import { pullOf } from './pulls';
import {
  created,
  noContent,
  ok,
  type RepositoryContext,
  type RepositoryRoute,
  type Reply,
} from './types';

type Context = RepositoryContext;

function listReviews(context: Context): Reply {
  const pull = pullOf(context);
  return paged(context, pull.reviews, page =>
    page.map(review => reviewDocument(review, pull, context)),
  );
}

function createReview(context: Context): Reply {
  const { repository, body, caller } = context;
  const pull = pullOf(context);
  const verdict = body.event ?? 'COMMENT';
  if (!isReviewVerdict(verdict)) {
    throw GithubError.invalid('PullRequestReview', {
      field: 'event',
      code: 'invalid',
    });
  }
  const review = reviewPull(repository, pull, {
    actor: caller.login,
    verdict,
    body: optionalText(body, 'body', 'PullRequestReview'),
  });
  return ok(reviewDocument(review, pull, context));
}

function requestReviewers(context: Context): Reply {
  const { body } = context;
  const pull = pullOf(context);
  const joined = (known: string[], more: unknown) => [
    ...new Set([...known, ...textList(more ?? [])]),
  ];
  pull.requestedReviewers = joined(pull.requestedReviewers, body.reviewers);
  pull.requestedTeams = joined(pull.requestedTeams, body.team_reviewers);
  return created(pullDocument(pull, context));
}

function listComments(context: Context): Reply {
  const pull = pullOf(context);
  return paged(context, pull.comments, page =>
    page.map(comment => commentDocument(comment, pull, context)),
  );
}

function createComment(context: Context): Reply {
  const { repository, body, caller } = context;
  const pull = pullOf(context);
  const comment = commentOnPull(repository, pull, {
    actor: caller.login,
    body: requiredText(body, 'body', 'IssueComment'),
  });
  return created(commentDocument(comment, pull, context));
}

function updateComment(context: Context): Reply {
  const { repository, body, params, now } = context;
  for (const pull of repository.pulls.values()) {
    const comment = pull.comments.find(({ id }) => String(id) === params.id);
    if (comment) {
      comment.body = requiredText(body, 'body', 'IssueComment');
      comment.updatedAt = now;
      return ok(commentDocument(comment, pull, context));
    }
  }
  throw GithubError.notFound();
}

function addLabels(context: Context): Reply {
  const { repository, body, caller } = context;
  const pull = pullOf(context);
  pull.labels = [...new Set([...pull.labels, ...textList(body.labels ?? [])])];
  repository.emit({
    name: 'pull_request',
    action: 'labeled',
    actor: caller.login,
    pull,
  });
  return ok(pull.labels.map(labelDocument));
}

function removeLabel(context: Context): Reply {
  const pull = pullOf(context);
  if (!pull.labels.includes(context.params.label)) {
    throw new GithubError(404, 'Label does not exist');
  }
  pull.labels = pull.labels.filter(label => label !== context.params.label);
  return ok(pull.labels.map(labelDocument));
}

async function updateIssue(context: Context): Promise<Reply> {
  const { repository, body, caller } = context;
  const pull = pullOf(context);
  const state = optionalText(body, 'state', 'Issue');
  if (body.labels !== undefined) {
    pull.labels = textList(body.labels);
  }
  await editPull(repository, pull, {
    actor: caller.login,
    title: optionalText(body, 'title', 'Issue'),
    body: optionalText(body, 'body', 'Issue'),
    state: state === 'closed' || state === 'open' ? state : undefined,
  });
  return ok(issueDocument(pull, context));
}

function addAssignees(context: Context): Reply {
  const pull = pullOf(context);
  pull.assignees = [
    ...new Set([...pull.assignees, ...textList(context.body.assignees ?? [])]),
  ];
  return created(issueDocument(pull, context));
}

function listIssues(context: Context): Reply {
  const { repository, query } = context;
  const state = query.get('state') ?? 'open';
  const labels = (query.get('labels') ?? '').split(',').filter(Boolean);
  const found = [...repository.pulls.values()]
    .filter(
      pull =>
        (state === 'all' || pull.state === state) &&
        labels.every(label => pull.labels.includes(label)),
    )
    .reverse();
  return paged(context, found, page =>
    page.map(pull => issueDocument(pull, context)),
  );
}

const readPulls = { permission: 'pull_requests', level: 'read' } as const;
const writePulls = { permission: 'pull_requests', level: 'write' } as const;

export const conversationRoutes: RepositoryRoute[] = [
  {
    method: 'GET',
    template: '/pulls/{number}/reviews',
    ...readPulls,
    handle: listReviews,
  },
  {
    method: 'POST',
    template: '/pulls/{number}/reviews',
    ...writePulls,
    handle: createReview,
  },
  {
    method: 'POST',
    template: '/pulls/{number}/requested_reviewers',
    ...writePulls,
    handle: requestReviewers,
  },
  { method: 'GET', template: '/issues', ...readPulls, handle: listIssues },
  {
    method: 'PATCH',
    template: '/issues/comments/{id}',
    ...writePulls,
    handle: updateComment,
  },
  {
    method: 'GET',
    template: '/issues/{number}',
    ...readPulls,
    handle: context => ok(issueDocument(pullOf(context), context)),
  },
  {
    method: 'PATCH',
    template: '/issues/{number}',
    ...writePulls,
    handle: updateIssue,
  },
  {
    method: 'GET',
    template: '/issues/{number}/comments',
    ...readPulls,
    handle: listComments,
  },
  {
    method: 'POST',
    template: '/issues/{number}/comments',
    ...writePulls,
    handle: createComment,
  },
  {
    method: 'GET',
    template: '/issues/{number}/labels',
    ...readPulls,
    handle: context => ok(pullOf(context).labels.map(labelDocument)),
  },
  {
    method: 'POST',
    template: '/issues/{number}/labels',
    ...writePulls,
    handle: addLabels,
  },
  {
    method: 'DELETE',
    template: '/issues/{number}/labels/{label}',
    ...writePulls,
    handle: removeLabel,
  },
  {
    method: 'POST',
    template: '/issues/{number}/assignees',
    ...writePulls,
    handle: addAssignees,
  },
  {
    method: 'DELETE',
    template: '/issues/comments/{id}',
    ...writePulls,
    handle: context => {
      for (const pull of context.repository.pulls.values()) {
        pull.comments = pull.comments.filter(
          ({ id }) => String(id) !== context.params.id,
        );
      }
      return noContent;
    },
  },
];
