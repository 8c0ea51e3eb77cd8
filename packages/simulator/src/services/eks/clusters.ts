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

import type { Operation } from '../../aws/types';
import { integerBetween, textOf } from '../parameters';
import { clusterDocument } from './clusterDocument';
import { clusterNotFound, invalidParameter } from './errors';

const MAX_PAGE = 100;
const CLUSTER_NAME = /^[0-9A-Za-z][A-Za-z0-9_-]{0,99}$/;

export const listClusters: Operation = {
  action: 'eks:ListClusters',
  resource: ({ caller, region }) =>
    `arn:${caller.partition}:eks:${region}:${caller.accountId}:cluster/*`,
  handle: ({ call, caller, region, model, pageTokens }) => {
    const { maxResults = MAX_PAGE } = call.parameters;
    const pageSize = integerBetween(maxResults, 1, MAX_PAGE);
    if (pageSize === undefined) {
      throw invalidParameter(
        `maxResults must be a whole number from 1 to ${MAX_PAGE}.`,
      );
    }
    const page = pageTokens.page({
      list: `eks:ListClusters/${caller.accountId}/${region}`,
      items: model.clusterNames(caller.accountId, region),
      keyOf: name => name,
      pageSize,
      token: call.pageToken,
    });
    if (!page) {
      throw invalidParameter('The nextToken is invalid or has expired.');
    }
    return { clusters: page.items, nextToken: page.nextToken ?? null };
  },
};

export const describeCluster: Operation = {
  action: 'eks:DescribeCluster',
  resource: ({ call, caller, region }) =>
    `arn:${caller.partition}:eks:${region}:${caller.accountId}:cluster/${call.cluster}`,
  handle: ({ call, caller, region, model, kubernetes }) => {
    const name = textOf(call.parameters, 'name') ?? '';
    if (!CLUSTER_NAME.test(name)) {
      throw invalidParameter(
        'The name must begin with a letter or a number and have at most 100 letters, numbers, hyphens and underscores.',
      );
    }
    const cluster = model.findCluster(caller.accountId, region, name);
    if (!cluster) {
      throw clusterNotFound(name);
    }
    return { cluster: clusterDocument(cluster, kubernetes) };
  },
};
