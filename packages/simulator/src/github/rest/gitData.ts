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

import { gitCommitDocument } from '../documents/commits';
import { nodeId } from '../documents/times';
import type { GitRepository } from '../git/GitRepository';
import type { Signature, TreeChange } from '../git/types';
import { GithubError } from '../GithubError';
import { isRecord, optionalText, requiredText, textList } from './parameters';
import {
  created,
  ok,
  type RepositoryContext,
  type RepositoryRoute,
  type Reply,
} from './types';

const MODES = ['100644', '100755', '040000', '160000', '120000'];

async function getBlob({
  repository,
  params,
  links,
}: RepositoryContext): Promise<Reply> {
  const git = await repository.git();
  const object = await git.object(idOf(params.sha));
  if (object?.type !== 'blob') {
    throw GithubError.notFound();
  }
  return ok({
    sha: object.sha,
    node_id: nodeId('B', object.sha),
    url: `${links.repository(repository.fullName)}/git/blobs/${object.sha}`,
    size: object.content.length,
    content: base64Lines(object.content),
    encoding: 'base64',
  });
}

/** Base64 in lines of 60, each ended, as GitHub writes it. */
export function base64Lines(content: Buffer): string {
  return content.toString('base64').replace(/.{1,60}/g, '$&\n');
}

async function createBlob({
  repository,
  body,
  links,
}: RepositoryContext): Promise<Reply> {
  const content = optionalText(body, 'content', 'Blob') ?? '';
  const encoding = body.encoding === 'base64' ? 'base64' : 'utf8';
  const git = await repository.git();
  const sha = await git.writeBlob(Buffer.from(content, encoding));
  return created({
    sha,
    url: `${links.repository(repository.fullName)}/git/blobs/${sha}`,
  });
}

async function getTree(context: RepositoryContext): Promise<Reply> {
  const { repository, params, query } = context;
  const git = await repository.git();
  const root = await treeOf(git, params.sha);
  return ok(await treeDocument(context, git, root, query.has('recursive')));
}

/** The tree that a tree's id, a commit's or a ref's name stands for. */
async function treeOf(git: GitRepository, name: string): Promise<string> {
  const sha = (await git.resolve(name)) ?? idOf(name);
  const object = await git.object(sha);
  if (object?.type === 'tree') {
    return object.sha;
  }
  const commit = object?.type === 'commit' && (await git.commit(sha));
  if (!commit) {
    throw GithubError.notFound();
  }
  return commit.tree;
}

async function treeDocument(
  { repository, links }: RepositoryContext,
  git: GitRepository,
  sha: string,
  recursive: boolean,
) {
  const url = `${links.repository(repository.fullName)}/git`;
  const entries = await git.tree(sha, recursive);
  return {
    sha,
    url: `${url}/trees/${sha}`,
    tree: entries.map(entry => ({
      ...entry,
      url: `${url}/${entry.type}s/${entry.sha}`,
    })),
    truncated: false,
  };
}

async function createTree(context: RepositoryContext): Promise<Reply> {
  const { repository, body } = context;
  const base = optionalText(body, 'base_tree', 'Tree');
  if (!Array.isArray(body.tree)) {
    throw new GithubError(422, 'Invalid tree info');
  }
  const git = await repository.git();
  const baseTree = base === undefined ? undefined : await treeOf(git, base);
  const changes: TreeChange[] = [];
  for (const entry of body.tree) {
    changes.push(await treeChange(git, entry, baseTree));
  }
  const sha = await git.writeTree(baseTree, changes);
  return created(await treeDocument(context, git, sha, false));
}

async function treeChange(
  git: GitRepository,
  entry: unknown,
  baseTree: string | undefined,
): Promise<TreeChange> {
  if (
    !isRecord(entry) ||
    typeof entry.path !== 'string' ||
    !isSafePath(entry.path)
  ) {
    throw new GithubError(422, 'tree.path contains a malformed path component');
  }
  const { path, mode = '100644', sha, content } = entry;
  if (!MODES.includes(String(mode))) {
    throw new GithubError(422, 'Must supply a valid tree.mode');
  }
  if (typeof content === 'string') {
    const blob = await git.writeBlob(Buffer.from(content));
    return { path, mode: String(mode), sha: blob };
  }
  const known =
    typeof sha === 'string'
      ? await git.object(idOf(sha))
      : baseTree && (await git.object(`${baseTree}:${path}`));
  if (!known) {
    throw new GithubError(422, 'GitRPC::BadObjectState');
  }
  return {
    path,
    mode: String(mode),
    sha: typeof sha === 'string' ? sha : undefined,
  };
}

/** Whether git takes the path: no empty, dotted or `.git` parts. */
export function isSafePath(path: string): boolean {
  return (
    path.length > 0 &&
    !/[\0\n]/.test(path) &&
    path
      .split('/')
      .every(part => !['', '.', '..', '.git'].includes(part.toLowerCase()))
  );
}

async function getCommit(context: RepositoryContext): Promise<Reply> {
  const git = await context.repository.git();
  const commit = await git.commit(idOf(context.params.sha));
  if (!commit) {
    throw GithubError.notFound();
  }
  return ok(gitCommitDocument(commit, context));
}

async function createCommit(context: RepositoryContext): Promise<Reply> {
  const { repository, body, caller } = context;
  const message = requiredText(body, 'message', 'Commit');
  const git = await repository.git();
  const tree = await git.object(idOf(requiredText(body, 'tree', 'Commit')));
  const parents = textList(body.parents ?? []);
  const known = await git.objects(parents.map(idOf));
  if (tree?.type !== 'tree') {
    throw new GithubError(422, 'Tree SHA does not exist');
  }
  if (known.some(object => object?.type !== 'commit')) {
    throw new GithubError(422, 'Parent SHA does not exist or is not a commit');
  }
  const usual = repository.signatureOf(caller.login);
  const author = signatureFrom(body.author, usual);
  const sha = await git.writeCommit({
    tree: tree.sha,
    parents,
    message,
    author,
    committer: signatureFrom(body.committer, author),
  });
  return created(gitCommitDocument((await git.commit(sha))!, context));
}

export function signatureFrom(value: unknown, usual: Signature): Signature {
  if (!isRecord(value)) {
    return usual;
  }
  const clean = (text: unknown, otherwise: string) =>
    typeof text === 'string' && text
      ? text.replace(/[<>\n\0]/g, '')
      : otherwise;
  const date = new Date(String(value.date));
  return {
    name: clean(value.name, usual.name),
    email: clean(value.email, usual.email),
    date: Number.isNaN(date.getTime()) ? usual.date : date,
  };
}

/** An object's id; what is none is not found. */
export function idOf(text: string): string {
  if (!/^[0-9a-f]{40}$/.test(text)) {
    throw GithubError.notFound();
  }
  return text;
}

const read = { permission: 'contents', level: 'read' } as const;
const write = { permission: 'contents', level: 'write' } as const;

export const gitDataRoutes: RepositoryRoute[] = [
  { method: 'GET', template: '/git/blobs/{sha}', ...read, handle: getBlob },
  { method: 'POST', template: '/git/blobs', ...write, handle: createBlob },
  { method: 'GET', template: '/git/trees/{sha*}', ...read, handle: getTree },
  { method: 'POST', template: '/git/trees', ...write, handle: createTree },
  { method: 'GET', template: '/git/commits/{sha}', ...read, handle: getCommit },
  { method: 'POST', template: '/git/commits', ...write, handle: createCommit },
];
