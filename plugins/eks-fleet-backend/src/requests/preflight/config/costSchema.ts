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

import { number, oneOf, strict, text, usd, whole } from './values';

const price = number(0, 1e5).optional();

export const costSchema = strict({
  autoMode: strict({
    instanceType: text(
      /^[a-z0-9-]+\.[a-z0-9-]+$/,
      'instance type, such as "m7i.xlarge"',
    ),
    minimumNodes: whole(0, 1000),
    expectedNodes: whole(0, 1000),
    maximumNodes: whole(0, 1000),
  })
    .refine(
      ({ expectedNodes, maximumNodes, minimumNodes }) =>
        minimumNodes <= expectedNodes && expectedNodes <= maximumNodes,
      {
        error: 'must have expectedNodes from minimumNodes to maximumNodes',
      },
    )
    .optional(),
  autoModeSurchargePercent: number(0, 100).optional(),
  spotPercent: number(0, 100).optional(),
  nodeVolumeGib: whole(1, 16384).default(20),
  volumeUsdPerGibMonth: price,
  natGatewayUsdPerHour: price,
  natGateways: oneOf('one', 'perZone', 'none').default('perZone'),
  loadBalancerUsdPerHour: price,
  loadBalancersPerCluster: whole(0, 1000).default(1),
  sharedUsdPerVcpuMonth: usd.optional(),
  sharedUsdPerMemoryGibMonth: usd.optional(),
}).prefault({});
