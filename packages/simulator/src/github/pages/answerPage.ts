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

import type { HttpRequest } from '../../aws/types';
import { GithubError } from '../GithubError';
import type { GithubHost } from '../GithubHost';
import type { Links } from '../Links';
import { editPull, reviewPull } from '../pulls/editPull';
import { assessMerge } from '../pulls/mergeability';
import { mergePull } from '../pulls/mergePull';
import { changesOf } from '../pulls/changesOf';
import type { Repository } from '../Repository';
import { decoded } from '../rest/routes';
import type { Reply } from '../rest/types';
import type { PullRequest } from '../types';
import { pullPage, pullsPage } from './pullPage';

const PATH =
  /^\/([\w.-]+)\/([\w.-]+)\/(?:pulls\/?|pull\/(\d+)\/?|(?:blob|raw)\/([^/]+)\/(.+))$/;

const HEADERS = {
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'",
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
};

/**
 * Answers who looks at the host with a browser; `undefined` where there is no
 * such page. Nobody signs in: whoever reaches a simulator may do everything.
 */
export async function answerPage(
  request: HttpRequest,
  { host, links }: { host: GithubHost; links: Links },
): Promise<Reply | undefined> {
  const [, owner, name, number, ref, path] = PATH.exec(request.path) ?? [];
  const repository = owner && host.findRepository(owner, name);
  if (!repository) {
    return undefined;
  }
  if (ref) {
    return textPage(repository, decoded(ref), decoded(path));
  }
  if (!number) {
    return htmlReply(200, pullsPage(repository));
  }
  const pull = repository.pull(Number(number));
  let problem: string | undefined;
  if (request.method === 'POST') {
    assertOwnForm(request, links);
    problem = await act(
      repository,
      pull,
      new URLSearchParams(request.body.toString()),
    );
    if (!problem) {
      return { status: 303, headers: { location: request.path } };
    }
  }
  const git = await repository.git();
  return htmlReply(
    problem ? 409 : 200,
    pullPage({
      repository,
      pull,
      problem,
      files: await changesOf(git, pull),
      trial:
        pull.state === 'open'
          ? await assessMerge(repository, git, pull)
          : undefined,
      people: peopleOf(host, repository),
    }),
  );
}

async function act(
  repository: Repository,
  pull: PullRequest,
  form: URLSearchParams,
): Promise<string | undefined> {
  const actor = form.get('user') ?? '';
  try {
    switch (form.get('action')) {
      case 'merge':
        await mergePull(repository, pull, { actor });
        break;
      case 'approve':
        reviewPull(repository, pull, { actor, verdict: 'APPROVE' });
        break;
      case 'close':
        await editPull(repository, pull, { actor, state: 'closed' });
        break;
      default:
        return 'There is no such action.';
    }
    return undefined;
  } catch (error) {
    if (error instanceof GithubError) {
      return error.errors?.map(String).join(' ') ?? error.message;
    }
    throw error;
  }
}

/** No other page in the visitor's browser may send a form here. */
function assertOwnForm({ headers }: HttpRequest, links: Links): void {
  const own = new URL(links.web);
  if (headers.origin !== own.origin || headers.host !== own.host) {
    throw new GithubError(403, 'Forms of other pages are refused');
  }
}

function peopleOf(host: GithubHost, { spec }: Repository): string[] {
  const known = Object.keys(spec.collaborators ?? {});
  return known.filter(login => host.user(login).type === 'User').sort();
}

async function textPage(
  repository: Repository,
  ref: string,
  path: string,
): Promise<Reply> {
  const git = await repository.git();
  const sha = await git.resolve(ref);
  const object = sha && (await git.object(`${sha}:${path}`));
  if (!object || object.type !== 'blob') {
    throw GithubError.notFound();
  }
  return {
    status: 200,
    body: object.content,
    headers: { ...HEADERS, 'content-type': 'text/plain; charset=utf-8' },
  };
}

function htmlReply(status: number, text: string): Reply {
  return {
    status,
    body: Buffer.from(text),
    headers: { ...HEADERS, 'content-type': 'text/html; charset=utf-8' },
  };
}
