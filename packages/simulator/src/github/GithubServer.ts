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
  createServer,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { HttpRequest } from '../aws/types';
import type { CallLog } from '../server/CallLog';
import type { Faults } from '../server/faults';
import { close, listen } from '../server/listen';
import { readRequest } from '../server/readRequest';
import { authenticateGithub } from './authenticateGithub';
import { GithubError } from './GithubError';
import type { GithubHost } from './GithubHost';
import { answerGit, readGitRequest, type GitRequest } from './gitOverHttp';
import { answerGraphql } from './graphql/answerGraphql';
import { Links } from './Links';
import { cutOf, throwFault, waitFor, type Cut } from './hostFaults';
import { answerPage } from './pages/answerPage';
import { answerRest, errorReply, quotaHeaders } from './rest/answerRest';
import { findRoute } from './rest/routes';
import type { Reply } from './rest/types';
import { ANONYMOUS, mayUse, reaches, type Caller } from './Tokens';

const API = '/api/v3';
const GRAPHQL = ['/api/graphql', '/api/v3/graphql'];
const MAX_BODY_BYTES = 25 * 1024 * 1024;

export interface GithubServerOptions {
  host: GithubHost;
  faults: Faults;
  calls: CallLog;
  /** Whether so much content at once is too much; `true` by default. */
  contentLimits?: boolean;
}

/** The Git host's door: REST, GraphQL and Git itself. */
export class GithubServer {
  readonly links: Links;
  readonly #server: Server;
  readonly #options: GithubServerOptions;

  static async start(
    options: GithubServerOptions & { address: string; port: number },
  ): Promise<GithubServer> {
    const { address, port } = options;
    const server = createServer();
    const bound = await listen(server, { host: address, port });
    const links = new Links(`http://${address}:${bound}`);
    options.host.webhooks.links = links;
    return new GithubServer(server, links, options);
  }

  private constructor(
    server: Server,
    links: Links,
    options: GithubServerOptions,
  ) {
    this.#server = server;
    this.links = links;
    this.#options = options;
    server.on('request', (message, response) => {
      this.#visit(message, response).catch(() => response.destroy());
    });
  }

  async stop(): Promise<void> {
    await close(this.#server);
    await this.#options.host.stop();
  }

  async #visit(
    message: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const [path, query = ''] = (message.url ?? '/').split(/\?(.*)/s);
    const git = readGitRequest(path, query);
    if (git) {
      await this.#visitGit(message, response, git);
      return;
    }
    const request = await readRequest(message, MAX_BODY_BYTES);
    if (!request) {
      response.writeHead(413).end();
      return;
    }
    if (!path.startsWith('/api/')) {
      await this.#visitPage(request, response);
      return;
    }
    const isGraphql = GRAPHQL.includes(path);
    const found = path.startsWith(API)
      ? findRoute(request.method, path.slice(API.length) || '/')
      : undefined;
    const template = found?.template ?? path;
    const operation = `${request.method} ${isGraphql ? '/graphql' : template}`;
    const { faults } = this.#options;
    const subject = { service: 'github', operation };
    const fault = faults.take(subject);
    await waitFor(fault);
    let cut = cutOf(fault);
    if (cut === 'start') {
      this.#record(operation, 0, 'ConnectionReset');
      response.destroy();
      return;
    }
    if (cut === 'hang') {
      this.#record(operation, 0, 'NoAnswer');
      return;
    }
    let caller: Caller = ANONYMOUS;
    let reply: Reply;
    try {
      throwFault(fault);
      caller = await authenticateGithub(
        this.#options.host,
        request.headers.authorization,
      );
      const { host, contentLimits = true } = this.#options;
      if (contentLimits) {
        host.contentLimits.take(caller.login, operation, host.clock.now());
      }
      const where = { ...this.#options, links: this.links, caller };
      if (isGraphql) {
        reply = await answerGraphql(request, where);
      } else if (found) {
        reply = await answerRest(
          { ...request, path: path.slice(API.length) },
          found,
          where,
        );
      } else {
        throw GithubError.notFound();
      }
      if (faults.take(subject, 'accepted')) {
        cut = 'start';
      }
    } catch (error) {
      reply = errorReply(
        error instanceof GithubError
          ? error
          : new GithubError(500, `The simulator failed: ${error}`),
      );
    }
    this.#record(
      operation,
      cut ? 0 : reply.status,
      cut ? 'ConnectionReset' : errorOf(reply),
    );
    this.#send(response, request.method, reply, {
      caller,
      cut,
      resource: isGraphql ? 'graphql' : 'core',
    });
  }

  async #visitPage(
    request: HttpRequest,
    response: ServerResponse,
  ): Promise<void> {
    const { host } = this.#options;
    const reply = await Promise.resolve(
      answerPage(request, { host, links: this.links }),
    ).catch(error => {
      if (error instanceof GithubError) {
        return errorReply(error);
      }
      throw error;
    });
    const { status, body, headers } =
      reply ?? errorReply(GithubError.notFound());
    const isRaw = Buffer.isBuffer(body);
    response
      .writeHead(status, {
        ...(!isRaw && { 'content-type': 'application/json; charset=utf-8' }),
        ...headers,
      })
      .end(isRaw ? body : JSON.stringify(body));
  }

  #send(
    response: ServerResponse,
    method: string,
    reply: Reply,
    options: { caller: Caller; cut: Cut; resource: string },
  ): void {
    if (options.cut === 'start') {
      response.destroy();
      return;
    }
    const { host } = this.#options;
    const isRaw = Buffer.isBuffer(reply.body);
    const body = isRaw
      ? (reply.body as Buffer)
      : Buffer.from(reply.body === undefined ? '' : JSON.stringify(reply.body));
    const quota = host.rate.look(
      options.caller.login,
      options.resource,
      host.clock.now(),
    );
    const isEmpty = [204, 304].includes(reply.status);
    response.writeHead(reply.status, {
      'x-github-media-type': 'github.v3; format=json',
      ...quotaHeaders(quota),
      ...(!isEmpty &&
        !isRaw && { 'content-type': 'application/json; charset=utf-8' }),
      ...reply.headers,
      ...(!isEmpty && { 'content-length': body.length }),
    });
    if (options.cut === 'body') {
      response.write(body.subarray(0, Math.floor(body.length / 2)), () =>
        response.destroy(),
      );
      return;
    }
    response.end(method === 'HEAD' || isEmpty ? undefined : body);
  }

  async #visitGit(
    message: IncomingMessage,
    response: ServerResponse,
    request: GitRequest,
  ): Promise<void> {
    const { host, faults } = this.#options;
    const operation = `${message.method} ${request.action}`;
    const subject = { service: 'github', operation };
    const fault = faults.take(subject);
    await waitFor(fault);
    const cut = cutOf(fault);
    if (cut) {
      this.#record(
        operation,
        0,
        cut === 'hang' ? 'NoAnswer' : 'ConnectionReset',
      );
      if (cut !== 'hang') {
        response.destroy();
      }
      return;
    }
    const refuse = (status: number, text: string) => {
      message.resume();
      this.#record(operation, status, String(status));
      response
        .writeHead(status, {
          'content-type': 'text/plain',
          ...(status === 401 && {
            'www-authenticate': 'Basic realm="GitHub"',
          }),
        })
        .end(`${text}\n`);
    };
    try {
      throwFault(fault);
      const caller = await authenticateGithub(
        host,
        message.headers.authorization,
      );
      const repository = host.findRepository(request.owner, request.name);
      if (caller.kind === 'anonymous') {
        refuse(401, 'Authentication required.');
      } else if (!repository || !reaches(caller, repository.spec.name)) {
        refuse(404, 'Repository not found.');
      } else if (
        !mayUse(caller, 'contents', request.isPush ? 'write' : 'read') ||
        (request.isPush &&
          caller.kind === 'user' &&
          repository.roleOf(caller.login) === 'read')
      ) {
        refuse(403, `Permission to ${repository.fullName} denied.`);
      } else {
        await answerGit(message, response, {
          request,
          repository,
          login: caller.login,
          isLost: () => faults.take(subject, 'accepted') !== undefined,
        });
        this.#record(operation, response.statusCode);
      }
    } catch (error) {
      if (!(error instanceof GithubError)) {
        throw error;
      }
      refuse(error.status, error.message);
    }
  }

  #record(operation: string, status: number, error?: string): void {
    this.#options.calls.record({
      service: 'github',
      operation,
      accountId: '',
      region: '',
      status,
      error,
    });
  }
}

function errorOf({ status, body }: Reply): string | undefined {
  return status >= 400
    ? String((body as { message?: string } | undefined)?.message ?? status)
    : undefined;
}
