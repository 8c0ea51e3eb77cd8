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

import type { CommitStatus, StatusState } from '../types';
import { nodeId, stamp } from './times';
import type { PullWhere } from './pulls';
import { userDocument } from './users';

export function statusDocument(
  status: CommitStatus,
  sha: string,
  { host, links, repository }: PullWhere,
) {
  return {
    url: `${links.repository(repository.fullName)}/statuses/${sha}`,
    id: status.id,
    node_id: nodeId('SC', status.id),
    state: status.state,
    description: status.description ?? null,
    target_url: status.targetUrl ?? null,
    context: status.context,
    created_at: stamp(status.createdAt),
    updated_at: stamp(status.createdAt),
    creator: userDocument(host.user(status.creator), links),
  };
}

/** One word for all contexts; `pending` where there are none. */
export function combinedState(states: StatusState[]): StatusState {
  if (states.some(state => state === 'error' || state === 'failure')) {
    return 'failure';
  }
  return states.length === 0 || states.includes('pending')
    ? 'pending'
    : 'success';
}
