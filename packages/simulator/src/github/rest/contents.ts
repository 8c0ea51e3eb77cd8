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

import { commitDocument, gitCommitDocument } from '../documents/commits';
import type { GitRepository } from '../git/GitRepository';
import { GithubError } from '../GithubError';
import { assertMayMove } from '../pulls/assertMayMove';
import { base64Lines, isSafePath, signatureFrom } from './gitData';
import { optionalText, requiredText } from './parameters';
import {
  created,
  ok,
  type RepositoryContext,
  type RepositoryRoute,
  type Reply,
} from './types';

type Context = RepositoryContext;

async function getContents(context: Context): Promise<Reply> {
  const { repository, params, query, accept } = context;
  const git = await repository.git();
  const ref = query.get('ref') || repository.defaultBranch;
  const sha = await git.resolve(ref);
  if (!sha) {
    throw new GithubError(404, `No commit found for the ref ${ref}`);
  }
  const path = (params.path ?? '').replace(/\/+$/, '');
  const object = await git.object(`${sha}:${path}`);
  if (!object) {
    throw GithubError.notFound();
  }
  if (object.type === 'tree') {
    const entries = await git.tree(object.sha);
    return ok(
      entries.map(entry =>
        entryDocument(context, ref, {
          ...entry,
          path: path ? `${path}/${entry.path}` : entry.path,
        }),
      ),
    );
  }
  if (/[.+]raw\b/.test(accept)) {
    return {
      status: 200,
      body: object.content,
      headers: {
        'content-type': 'application/vnd.github.v3.raw; charset=utf-8',
      },
    };
  }
  return ok({
    ...entryDocument(context, ref, {
      path,
      sha: object.sha,
      type: 'blob',
      size: object.content.length,
    }),
    content: base64Lines(object.content),
    encoding: 'base64',
  });
}

function entryDocument(
  { repository, links }: Context,
  ref: string,
  entry: { path: string; sha: string; type: string; size?: number },
) {
  const { path, sha, type, size = 0 } = entry;
  const encoded = path.split('/').map(encodeURIComponent).join('/');
  const url = links.repository(repository.fullName);
  const self = `${url}/contents/${encoded}?ref=${encodeURIComponent(ref)}`;
  const isTree = type === 'tree';
  const git = `${url}/git/${isTree ? 'trees' : 'blobs'}/${sha}`;
  const html = `${links.web}/${repository.fullName}/${
    isTree ? 'tree' : 'blob'
  }/${ref}/${encoded}`;
  return {
    name: path.split('/').pop(),
    path,
    sha,
    size,
    url: self,
    html_url: html,
    git_url: git,
    download_url: isTree ? null : html.replace('/blob/', '/raw/'),
    type: isTree ? 'dir' : 'file',
    _links: { self, git, html },
  };
}

async function putContents(context: Context): Promise<Reply> {
  const content = optionalText(context.body, 'content', 'Contents');
  if (content === undefined) {
    throw GithubError.invalid('Contents', {
      field: 'content',
      code: 'missing_field',
    });
  }
  return changeFile(context, Buffer.from(content, 'base64'));
}

function deleteContents(context: Context): Promise<Reply> {
  requiredText(context.body, 'sha', 'Contents');
  return changeFile(context, undefined);
}

/** Commits one file, or its removal, on a branch. */
async function changeFile(
  context: Context,
  content: Buffer | undefined,
): Promise<Reply> {
  const { repository, params, body, caller } = context;
  const message = requiredText(body, 'message', 'Contents');
  const branch =
    optionalText(body, 'branch', 'Contents') ?? repository.defaultBranch;
  const { path } = params;
  if (!isSafePath(path)) {
    throw new GithubError(422, 'path contains a malformed path component');
  }
  return repository.change(async git => {
    const before = git.branch(branch);
    if (!before) {
      throw new GithubError(404, `Branch ${branch} not found`);
    }
    assertMayMove(repository, `refs/heads/${branch}`);
    const known = await git.object(`${before}:${path}`);
    assertSame(path, known?.sha, optionalText(body, 'sha', 'Contents'));
    const sha = content && (await git.writeBlob(content));
    const author = signatureFrom(
      body.author ?? body.committer,
      repository.signatureOf(caller.login),
    );
    const commit = await git.writeCommit({
      tree: await git.writeTree(before, [{ path, sha }]),
      parents: [before],
      message,
      author,
      committer: signatureFrom(body.committer, author),
    });
    await repository.move(
      git,
      [{ ref: `refs/heads/${branch}`, before, after: commit }],
      caller.login,
    );
    const answer = {
      content: sha
        ? entryDocument(context, branch, {
            path,
            sha,
            type: 'blob',
            size: content.length,
          })
        : null,
      commit: gitCommitDocument((await git.commit(commit))!, context),
    };
    return known ? ok(answer) : created(answer);
  });
}

function assertSame(
  path: string,
  known: string | undefined,
  expected: string | undefined,
): void {
  if (known && !expected) {
    throw new GithubError(422, 'Invalid request.\n\n"sha" wasn\'t supplied.');
  }
  if (known !== expected) {
    throw new GithubError(
      409,
      known
        ? `${path} does not match ${expected}`
        : `${path} does not exist at ${expected}`,
    );
  }
}

/** The page of commits is asked of Git itself: a history can be long. */
async function listCommits(context: Context): Promise<Reply> {
  const { repository, query } = context;
  const git = await repository.git();
  const from = await resolved(
    git,
    query.get('sha') ?? repository.defaultBranch,
  );
  const perPage = Math.min(Number(query.get('per_page')) || 30, 100);
  const page = Math.max(Number(query.get('page')) || 1, 1);
  const commits = await git.log(from, {
    path: query.get('path') ?? undefined,
    skip: (page - 1) * perPage,
    limit: perPage + 1,
  });
  const next = new URLSearchParams(query);
  next.set('page', String(page + 1));
  return {
    status: 200,
    body: commits
      .slice(0, perPage)
      .map(commit => commitDocument(commit, context)),
    headers:
      commits.length > perPage
        ? { link: `<${context.links.api}${context.path}?${next}>; rel="next"` }
        : {},
  };
}

export async function resolved(
  git: GitRepository,
  name: string,
): Promise<string> {
  const sha = await git.resolve(name);
  if (!sha) {
    throw new GithubError(422, `No commit found for SHA: ${name}`);
  }
  return sha;
}

const read = { permission: 'contents', level: 'read' } as const;
const write = { permission: 'contents', level: 'write' } as const;

export const contentsRoutes: RepositoryRoute[] = [
  { method: 'GET', template: '/contents', ...read, handle: getContents },
  {
    method: 'GET',
    template: '/contents/{path*}',
    ...read,
    handle: getContents,
  },
  {
    method: 'PUT',
    template: '/contents/{path*}',
    ...write,
    handle: putContents,
  },
  {
    method: 'DELETE',
    template: '/contents/{path*}',
    ...write,
    handle: deleteContents,
  },
  { method: 'GET', template: '/commits', ...read, handle: listCommits },
];
