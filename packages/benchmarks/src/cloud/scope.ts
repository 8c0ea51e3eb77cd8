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

import type { JsonObject } from '@backstage/types';
import type { CloudOptions } from './SimulatorProcess';

/** In the order in which the simulator fills them. */
const REGIONS = [
  'eu-west-1',
  'us-east-1',
  'eu-central-1',
  'ap-southeast-2',
  'us-west-2',
];

export const ROLE_NAME = 'eks-fleet-reader';

type Size = Pick<CloudOptions, 'accounts' | 'regions'>;

export function accountIds({ accounts }: Size): string[] {
  return Array.from({ length: accounts }, (_, index) =>
    String(100_000_000_001 + index),
  );
}

export function regionNames({ regions }: Size): string[] {
  return REGIONS.slice(0, regions);
}

/** The portal's configuration to discover all of a simulated cloud. */
export function discoveryConfig(
  size: Size,
  provider: JsonObject = {},
): JsonObject {
  return {
    aws: { accountDefaults: { roleName: ROLE_NAME } },
    catalog: {
      providers: {
        eksFleet: {
          main: {
            accounts: accountIds(size),
            regions: regionNames(size),
            tags: { owner: 'team', labels: { environment: 'environment' } },
            ...provider,
          },
        },
      },
    },
  };
}
