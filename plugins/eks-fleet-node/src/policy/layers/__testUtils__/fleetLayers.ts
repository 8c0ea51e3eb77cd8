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

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FLEET } from '../../chart/__testUtils__/helm';
import type { PolicyLayer } from '../types';

/** The layers of the reference fleet repository, by their paths. */
export function readFleetLayers(...paths: string[]): PolicyLayer[] {
  const read = (path: string): PolicyLayer => ({
    path,
    text: existsSync(join(FLEET, path))
      ? readFileSync(join(FLEET, path), 'utf8')
      : undefined,
  });
  return [read('charts/fleet-policies/values.yaml'), ...paths.map(read)];
}

/** Stacks of layers of the reference fleet repository, by what they are for. */
export const STACKS: Record<string, string[]> = {
  chart: [],
  default: ['policies/default.yaml'],
  dev: ['policies/default.yaml', 'policies/environments/dev.yaml'],
  'payments-prod': [
    'policies/default.yaml',
    'policies/environments/prod.yaml',
    'policies/tenants/payments.yaml',
    'policies/clusters/666677778888/eu-west-1/payments.yaml',
  ],
  orders: [
    'policies/default.yaml',
    'policies/environments/prod.yaml',
    'policies/clusters/444455556666/eu-west-1/orders.yaml',
  ],
};
