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

import type { Request } from 'express';
import type { RawClusterQuery } from '../inventory/clusterQuery';
import { queryOf } from './queryOf';

/** Which page of which list a request is about. */
export function pageQueryOf(
  request: Request,
): RawClusterQuery & { limit?: number; cursor?: string } {
  const { limit, cursor } = request.query;
  return {
    ...queryOf(request),
    limit: limit === undefined ? undefined : Number(limit),
    cursor: cursor as string | undefined,
  };
}
