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
import { clusterDocument } from './clusterDocument';
import { pageOf } from './pages';
import { clusterArn, requestedCluster } from './requestedCluster';

export const listClusters: Operation = {
  action: 'eks:ListClusters',
  resource: ({ caller, region }) =>
    `arn:${caller.partition}:eks:${region}:${caller.accountId}:cluster/*`,
  handle: context => {
    const { caller, region, model } = context;
    const { items, nextToken } = pageOf(context, {
      name: '',
      items: model.clusterNames(caller.accountId, region),
      keyOf: name => name,
    });
    return { clusters: items, nextToken };
  },
};

export const describeCluster: Operation = {
  action: 'eks:DescribeCluster',
  resource: clusterArn,
  handle: context => ({
    cluster: clusterDocument(requestedCluster(context), context.kubernetes),
  }),
};
