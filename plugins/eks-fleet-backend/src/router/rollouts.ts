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

import type { Router } from 'express';
import { addFleetStopRoutes } from './fleetStop';
import { addRolloutActRoutes } from './rolloutActs';
import { addRolloutPlanRoutes } from './rolloutPlans';
import { addRolloutReadRoutes } from './rolloutReads';
import type { RolloutRouteOptions } from './rolloutRoute';

/** Rollouts: reading them under the reader's rights, and what people do with them. */
export function addRolloutRoutes(
  router: Router,
  options: RolloutRouteOptions,
): void {
  addRolloutReadRoutes(router, options);
  addRolloutPlanRoutes(router, options);
  addRolloutActRoutes(router, options);
  addFleetStopRoutes(router, options);
}
