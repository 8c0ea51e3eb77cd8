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

import type { HttpAuthService } from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import type { Request } from 'express';

/** The catalog plugin: discovery runs in it. */
export const DISCOVERY_SUBJECT = 'plugin:catalog';

/** @throws NotAllowedError for whoever is not our own discovery */
export async function demandDiscovery(
  httpAuth: HttpAuthService,
  request: Request<any>,
): Promise<void> {
  const { principal } = await httpAuth.credentials(request, {
    allow: ['service'],
  });
  if (principal.subject !== DISCOVERY_SUBJECT) {
    throw new NotAllowedError('Only the catalog reports what discovery found');
  }
}
