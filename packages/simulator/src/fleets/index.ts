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

import type { FleetSpec } from '../model/types';
import { demoFleet } from './demo';
import { parseFleetSize, scaledFleet } from './scaled';

/**
 * The fleet that a name stands for; its recent past ends now.
 *
 * @throws an Error that says what names there are
 */
export function fleetOf(
  name: string | FleetSpec,
  seed: number,
  now: Date,
): FleetSpec {
  if (typeof name !== 'string') {
    return name;
  }
  if (name === 'demo') {
    return demoFleet(seed, now);
  }
  const size = parseFleetSize(name);
  if (!size) {
    throw new Error(
      `fleet must be demo or accounts x Regions x clusters such as 40x5x5 (at most 17 Regions), not '${name}'`,
    );
  }
  return scaledFleet(size, seed, now);
}
