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

import type { RequestState } from './requestTypes';

/**
 * The line that a request goes along, in order.
 *
 * @public
 */
export const REQUEST_LINE: readonly RequestState[] = [
  'draft',
  'pendingApproval',
  'proposed',
  'merged',
  'synced',
  'provisioning',
  'registered',
  'ready',
];

/**
 * States in which nothing happens to a request any more.
 *
 * @public
 */
export const REQUEST_OVER: readonly RequestState[] = [
  'ready',
  'failed',
  'rejected',
  'cancelled',
  'expired',
];

/**
 * Whether nothing happens to a request any more, so that another one for its
 * thing may be asked for.
 *
 * @public
 */
export function isRequestOver(state: RequestState): boolean {
  return REQUEST_OVER.includes(state);
}
