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

import type { ControlPlaneDocument } from '@eks-fleet/backstage-plugin-eks-fleet-common';

const BEING_MADE = new Set(['CREATING', 'PENDING']);

/** How EKS refuses to speak of what a cluster that is being made consists of. */
const NOT_YET = new Set([
  'InvalidRequestException',
  'InvalidStateException',
  'ResourceNotFoundException',
]);

/**
 * What a reading gives; of a cluster that is still being made, nothing where
 * EKS does not speak of it yet.
 */
export async function whileCreating<T>(
  controlPlane: ControlPlaneDocument | undefined,
  nothing: T,
  read: () => Promise<T>,
): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (
      controlPlane &&
      BEING_MADE.has(controlPlane.status) &&
      NOT_YET.has((error as Error).name)
    ) {
      return nothing;
    }
    throw error;
  }
}
