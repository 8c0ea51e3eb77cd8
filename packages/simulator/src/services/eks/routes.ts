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

import { AwsError } from '../../aws/errors';
import { restJson } from '../../aws/protocols';
import type { HttpRequest, ServiceCall } from '../../aws/types';
import { jsonBody } from '../parameters';
import { badRequest } from './errors';

interface Route {
  method: string;
  path: RegExp;
  operation: string;
  /** What the path's group is. */
  pathParameter?: 'name' | 'resourceArn';
}

const ROUTES: Route[] = [
  { method: 'GET', path: /^\/clusters$/, operation: 'ListClusters' },
  {
    method: 'GET',
    path: /^\/clusters\/([^/]+)$/,
    operation: 'DescribeCluster',
    pathParameter: 'name',
  },
  {
    method: 'GET',
    path: /^\/cluster-versions$/,
    operation: 'DescribeClusterVersions',
  },
  {
    method: 'GET',
    path: /^\/tags\/(.+)$/,
    operation: 'ListTagsForResource',
    pathParameter: 'resourceArn',
  },
  {
    method: 'POST',
    path: /^\/tags\/(.+)$/,
    operation: 'TagResource',
    pathParameter: 'resourceArn',
  },
  {
    method: 'DELETE',
    path: /^\/tags\/(.+)$/,
    operation: 'UntagResource',
    pathParameter: 'resourceArn',
  },
];

const LISTS = ['clusterVersions', 'tagKeys', 'include'];

export function resolveEksCall(request: HttpRequest): ServiceCall {
  for (const { method, path, operation, pathParameter } of ROUTES) {
    const match = path.exec(request.path);
    if (match && method === request.method) {
      const body = jsonBody(request);
      if (!body) {
        throw badRequest('The request body is not valid JSON.');
      }
      const parameters = { ...body, ...queryOf(request) };
      if (pathParameter) {
        parameters[pathParameter] = decodeURIComponent(match[1]);
      }
      return {
        operation,
        parameters,
        cluster: clusterOf(parameters),
        pageToken: parameters.nextToken as string | undefined,
      };
    }
  }
  const { code, status, message } = restJson.errors.unknownOperation;
  throw new AwsError(code, status, message);
}

function queryOf(request: HttpRequest): Record<string, unknown> {
  const query = new URLSearchParams(request.query);
  return Object.fromEntries(
    [...new Set(query.keys())].map(name => [
      name,
      LISTS.includes(name) ? query.getAll(name) : query.get(name) ?? '',
    ]),
  );
}

function clusterOf(parameters: Record<string, unknown>): string | undefined {
  const { name, resourceArn } = parameters;
  const text = typeof name === 'string' ? name : undefined;
  return text ?? String(resourceArn ?? '').split(':cluster/')[1];
}
