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

import { graphql, parse, visit, type DocumentNode } from 'graphql';
import { GithubError } from '../GithubError';
import type { GithubHost } from '../GithubHost';
import type { Links } from '../Links';
import type { Reply } from '../rest/types';
import { rateLimited } from '../rest/answerRest';
import { isRecord } from '../rest/parameters';
import type { Caller } from '../Tokens';
import { rootValue } from './resolvers';
import { SCHEMA } from './schema';

/** Answers a GraphQL request: 200 with errors in it, as GitHub does. */
export async function answerGraphql(
  request: { body: Buffer },
  where: {
    host: GithubHost;
    links: Links;
    caller: Caller;
    contentLimits?: boolean;
  },
): Promise<Reply> {
  const { host, caller } = where;
  if (caller.kind === 'anonymous') {
    throw new GithubError(
      401,
      'This endpoint requires you to be authenticated.',
    );
  }
  if (!host.rate.take(caller.login, 'graphql', host.clock.now())) {
    throw rateLimited(caller);
  }
  const { query, variables, operationName } = readBody(request.body);
  if (where.contentLimits ?? true) {
    for (const operation of contentOf(query)) {
      host.contentLimits.take(caller.login, operation, host.clock.now());
    }
  }
  const { data, errors } = await graphql({
    schema: SCHEMA,
    source: query,
    rootValue: rootValue(where),
    variableValues: variables,
    operationName,
  });
  return {
    status: 200,
    body: {
      ...(data !== undefined && { data }),
      ...(errors && {
        errors: errors.map(({ message, path, locations, extensions }) => ({
          type: extensions?.type ?? 'UNPROCESSABLE',
          path,
          locations,
          message,
        })),
      }),
    },
  };
}

function readBody(body: Buffer): {
  query: string;
  variables?: Record<string, unknown>;
  operationName?: string;
} {
  try {
    const { query, variables, operationName } = JSON.parse(body.toString());
    if (typeof query === 'string') {
      return {
        query,
        variables: isRecord(variables) ? variables : undefined,
        operationName:
          typeof operationName === 'string' ? operationName : undefined,
      };
    }
  } catch {
    // Said below, as for a body without a query.
  }
  throw new GithubError(
    400,
    'A query attribute must be specified and must be a string.',
  );
}

/** What creates content here, by the names of the REST API. */
const CONTENT: Record<string, string> = {
  createPullRequest: 'POST /repos/{owner}/{repo}/pulls',
};

/** One for each mutation that makes what people are told of. */
function contentOf(query: string): string[] {
  const operations: string[] = [];
  let document: DocumentNode;
  try {
    document = parse(query);
  } catch {
    // What is wrong with it is answered by who runs it.
    return [];
  }
  visit(document, {
    Field({ name }) {
      if (CONTENT[name.value]) {
        operations.push(CONTENT[name.value]);
      }
    },
  });
  return operations;
}
