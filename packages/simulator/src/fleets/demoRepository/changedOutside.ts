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

import { GENERAL_NODES } from '../../model/defaultNodegroups';
import type { Cluster } from '../../model/types';
import { STAGING } from '../demoAccounts';

/** The tag that a night shift has left. */
export const NIGHT_SHIFT_TAG = 'opened-for';

/**
 * A cluster as it was before somebody changed it by hand, as Git has it still;
 * `undefined` where nobody did.
 */
export function beforeOutsideChange(cluster: Cluster): Cluster | undefined {
  if (cluster.accountId !== STAGING || cluster.name !== 'identity-us-staging') {
    return undefined;
  }
  const { [NIGHT_SHIFT_TAG]: _, ...tags } = cluster.tags;
  return {
    ...cluster,
    tags,
    endpointPublicAccess: false,
    nodegroups: cluster.nodegroups.map(group =>
      group.name === GENERAL_NODES.name
        ? { ...group, maxSize: GENERAL_NODES.maxSize! }
        : group,
    ),
  };
}
