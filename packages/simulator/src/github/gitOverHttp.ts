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

import { spawn } from 'node:child_process';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { dirname } from 'node:path';
import { CgiOutput } from './CgiOutput';
import type { GitRepository } from './git/GitRepository';
import { gitEnvironment } from './git/runGit';
import type { RefMove, Repository } from './Repository';

const PATH =
  /^\/([\w.-]+)\/([\w.-]+?)(?:\.git)?\/(info\/refs|git-upload-pack|git-receive-pack)$/;

export interface GitRequest {
  owner: string;
  name: string;
  action: 'info/refs' | 'git-upload-pack' | 'git-receive-pack';
  query: string;
  /** Whether it is about pushing. */
  isPush: boolean;
}

/** What a request to Git's smart HTTP asks for; `undefined` for any other. */
export function readGitRequest(
  path: string,
  query: string,
): GitRequest | undefined {
  const [, owner, name, action] = PATH.exec(path) ?? [];
  if (!owner) {
    return undefined;
  }
  return {
    owner,
    name,
    action: action as GitRequest['action'],
    query,
    isPush:
      action === 'git-receive-pack' ||
      new URLSearchParams(query).get('service') === 'git-receive-pack',
  };
}

/** Lets `git http-backend` answer, and tells who follows of what was pushed. */
export async function answerGit(
  message: IncomingMessage,
  response: ServerResponse,
  options: GitAnswerOptions,
): Promise<void> {
  const { request, repository, login, isLost } = options;
  if (request.action !== 'git-receive-pack') {
    const git = await repository.git();
    const output = new CgiOutput(response);
    await runBackend(git, message, options, chunk => output.write(chunk));
    output.end();
    return;
  }
  await repository.change(async git => {
    const before = new Map(git.refs);
    const chunks: Buffer[] = [];
    await runBackend(git, message, options, chunk => chunks.push(chunk));
    await git.readRefs();
    await repository.announce(git, movesBetween(before, git.refs), login);
    if (isLost()) {
      // Before the first byte, curl would ask again by itself.
      response.writeHead(200);
      response.write('0', () => response.destroy());
      return;
    }
    // Whoever has pushed finds everybody else told.
    const output = new CgiOutput(response);
    output.write(Buffer.concat(chunks));
    output.end();
  });
}

interface GitAnswerOptions {
  request: GitRequest;
  repository: Repository;
  login: string;
  /** Asked after a push: whether its answer is lost on its way. */
  isLost(): boolean;
}

function movesBetween(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): RefMove[] {
  return [...new Set([...before.keys(), ...after.keys()])]
    .map(ref => ({ ref, before: before.get(ref), after: after.get(ref) }))
    .filter(move => move.before !== move.after);
}

async function runBackend(
  git: GitRepository,
  message: IncomingMessage,
  { request, repository, login }: GitAnswerOptions,
  onOutput: (chunk: Buffer) => void,
): Promise<void> {
  const { headers } = message;
  const protectedRefs = [...repository.protections.keys()]
    .map(branch => `refs/heads/${branch}`)
    .join('\n');
  const child = spawn('git', ['http-backend'], {
    env: gitEnvironment({
      GIT_PROJECT_ROOT: dirname(git.directory),
      GIT_HTTP_EXPORT_ALL: '1',
      PATH_INFO: `/repository.git/${request.action}`,
      QUERY_STRING: request.query,
      REQUEST_METHOD: message.method ?? 'GET',
      CONTENT_TYPE: headers['content-type'] ?? '',
      CONTENT_LENGTH: headers['content-length'] ?? '',
      HTTP_CONTENT_ENCODING: headers['content-encoding'] ?? '',
      GIT_PROTOCOL: headers['git-protocol']?.toString() ?? '',
      REMOTE_USER: login,
      EKS_FLEET_PROTECTED_REFS: protectedRefs,
    }),
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  child.stdin.on('error', () => undefined);
  message.pipe(child.stdin);
  child.stdout.on('data', onOutput);
  await new Promise<void>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', () => resolve());
  });
}
