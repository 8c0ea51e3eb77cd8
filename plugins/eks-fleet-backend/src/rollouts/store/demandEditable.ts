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

import { ConflictError } from '@backstage/errors';
import type { RolloutLifecycle } from '@eks-fleet/backstage-plugin-eks-fleet-common';

/** @throws ConflictError once it has started: what runs is what was approved */
export function demandEditable(lifecycle: RolloutLifecycle): void {
  if (lifecycle !== 'draft' && lifecycle !== 'planned') {
    throw new ConflictError(
      `It is ${lifecycle}; only a draft or a plan can be edited`,
    );
  }
}
