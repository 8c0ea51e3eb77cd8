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

import { ResponseError } from '@backstage/errors';
import type { RequestCurrent } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { FleetBackend } from '../backend/createFleetBackend';

/** What Git says of a thing now; nothing where it says nothing. */
export async function findCurrent(
  { requests }: Pick<FleetBackend, 'requests'>,
  thing: string,
): Promise<RequestCurrent | undefined> {
  try {
    return await requests.getRequestCurrent(thing);
  } catch (error) {
    if (error instanceof ResponseError && error.statusCode === 404) {
      return undefined;
    }
    throw error;
  }
}
