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

import { GENERAL_NODES, SYSTEM_NODES } from '../../model/defaultNodegroups';
import { STAGING } from '../demoAccounts';
import type { Past, Thread } from './types';

/**
 * What a night shift has changed by hand, past the fleet repository; what was
 * there before is in `demoRepository/changedOutside.ts`.
 */
export function outsideChangeThread(past: Past): Thread {
  return {
    [`${STAGING}/identity-us-staging`]: {
      endpointPublicAccess: true,
      nodegroups: [
        { ...SYSTEM_NODES, amiType: 'AL2023_ARM_64_STANDARD' },
        { ...GENERAL_NODES, maxSize: 16, modifiedAt: past.hoursAgo(30) },
      ],
      updates: [
        {
          type: 'EndpointAccessUpdate',
          createdAt: past.hoursAgo(31),
          params: {
            EndpointPublicAccess: 'true',
            EndpointPrivateAccess: 'true',
          },
        },
        {
          type: 'ConfigUpdate',
          createdAt: past.hoursAgo(30),
          nodegroupName: GENERAL_NODES.name,
          params: { MaxSize: '16' },
        },
      ],
    },
  };
}
