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
import { jsonBody, textOf } from '../parameters';
import { badRequest } from './errors';

/** A `{parameter}` is one part of the path, a `{parameter+}` all that is left. */
const ROUTES = compile([
  ['GET', '/clusters', 'ListClusters'],
  ['POST', '/clusters', 'CreateCluster'],
  ['GET', '/clusters/{name}', 'DescribeCluster'],
  ['DELETE', '/clusters/{name}', 'DeleteCluster'],
  ['GET', '/clusters/{name}/node-groups', 'ListNodegroups'],
  ['POST', '/clusters/{name}/node-groups', 'CreateNodegroup'],
  ['GET', '/clusters/{name}/node-groups/{nodegroupName}', 'DescribeNodegroup'],
  ['DELETE', '/clusters/{name}/node-groups/{nodegroupName}', 'DeleteNodegroup'],
  ['GET', '/clusters/{name}/fargate-profiles', 'ListFargateProfiles'],
  [
    'GET',
    '/clusters/{name}/fargate-profiles/{fargateProfileName}',
    'DescribeFargateProfile',
  ],
  ['GET', '/clusters/{name}/addons', 'ListAddons'],
  ['POST', '/clusters/{name}/addons', 'CreateAddon'],
  ['GET', '/clusters/{name}/addons/{addonName}', 'DescribeAddon'],
  ['GET', '/clusters/{name}/capabilities', 'ListCapabilities'],
  [
    'GET',
    '/clusters/{name}/capabilities/{capabilityName}',
    'DescribeCapability',
  ],
  ['POST', '/clusters/{name}/insights', 'ListInsights'],
  ['GET', '/clusters/{name}/insights/{id}', 'DescribeInsight'],
  ['POST', '/clusters/{name}/insights-refresh', 'StartInsightsRefresh'],
  ['GET', '/clusters/{name}/insights-refresh', 'DescribeInsightsRefresh'],
  ['GET', '/clusters/{name}/updates', 'ListUpdates'],
  ['GET', '/clusters/{name}/updates/{updateId}', 'DescribeUpdate'],
  ['POST', '/clusters/{name}/updates', 'UpdateClusterVersion'],
  ['POST', '/clusters/{name}/update-config', 'UpdateClusterConfig'],
  ['POST', '/clusters/{name}/updates/{updateId}/cancel-update', 'CancelUpdate'],
  ['POST', '/clusters/{name}/addons/{addonName}/update', 'UpdateAddon'],
  [
    'POST',
    '/clusters/{name}/node-groups/{nodegroupName}/update-version',
    'UpdateNodegroupVersion',
  ],
  ['GET', '/clusters/{name}/access-entries', 'ListAccessEntries'],
  [
    'GET',
    '/clusters/{name}/access-entries/{principalArn}',
    'DescribeAccessEntry',
  ],
  ['POST', '/clusters/{name}/access-entries', 'CreateAccessEntry'],
  [
    'DELETE',
    '/clusters/{name}/access-entries/{principalArn}',
    'DeleteAccessEntry',
  ],
  [
    'GET',
    '/clusters/{name}/access-entries/{principalArn}/access-policies',
    'ListAssociatedAccessPolicies',
  ],
  [
    'POST',
    '/clusters/{name}/access-entries/{principalArn}/access-policies',
    'AssociateAccessPolicy',
  ],
  [
    'GET',
    '/clusters/{name}/pod-identity-associations',
    'ListPodIdentityAssociations',
  ],
  [
    'POST',
    '/clusters/{name}/pod-identity-associations',
    'CreatePodIdentityAssociation',
  ],
  [
    'GET',
    '/clusters/{name}/pod-identity-associations/{associationId}',
    'DescribePodIdentityAssociation',
  ],
  ['GET', '/addons/supported-versions', 'DescribeAddonVersions'],
  ['GET', '/cluster-versions', 'DescribeClusterVersions'],
  ['GET', '/tags/{resourceArn+}', 'ListTagsForResource'],
  ['POST', '/tags/{resourceArn+}', 'TagResource'],
  ['DELETE', '/tags/{resourceArn+}', 'UntagResource'],
]);

/** Parameters of the query that are lists, whether they come once or often. */
const LISTS = [
  'clusterVersions',
  'tagKeys',
  'include',
  'types',
  'publishers',
  'owners',
];

interface Route {
  method: string;
  path: RegExp;
  operation: string;
}

function compile(routes: [string, string, string][]): Route[] {
  return routes.map(([method, template, operation]) => ({
    method,
    path: new RegExp(
      `^${template
        .replace(/\{(\w+)\+\}/g, '(?<$1>.+)')
        .replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`,
    ),
    operation,
  }));
}

export function resolveEksCall(request: HttpRequest): ServiceCall {
  for (const { method, path, operation } of ROUTES) {
    const match = path.exec(request.path);
    if (match && method === request.method) {
      const body = jsonBody(request);
      if (!body) {
        throw badRequest('The request body is not valid JSON.');
      }
      const parameters = {
        ...body,
        ...queryOf(request),
        ...decoded(match.groups),
      };
      return {
        operation,
        parameters,
        cluster: clusterOf(parameters),
        pageToken: textOf(parameters, 'nextToken'),
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

function decoded(
  groups: Record<string, string> | undefined,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(groups ?? {}).map(([name, text]) => [
      name,
      decodeURIComponent(text),
    ]),
  );
}

function clusterOf(parameters: Record<string, unknown>): string | undefined {
  const { name, resourceArn } = parameters;
  const text = typeof name === 'string' ? name : undefined;
  return text ?? String(resourceArn ?? '').split(':cluster/')[1];
}
