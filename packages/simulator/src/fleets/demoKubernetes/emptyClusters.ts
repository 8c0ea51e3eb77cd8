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

import { SANDBOX } from '../demoAccounts';
import type { KubernetesThread } from './types';

/** Clusters that are paid for and hardly used. */
export function emptyClusterThread(): KubernetesThread {
  return {
    // No nodes, and nothing that asks for any.
    [`${SANDBOX}/hackday-2025`]: { usualWorkloads: false },
    // Nodes that run only what runs on every node.
    [`${SANDBOX}/Playground`]: { usualWorkloads: false },
    [`${SANDBOX}/sandbox-payments`]: {
      usualWorkloads: false,
      workloads: [
        {
          namespace: 'payments',
          name: 'hello-world',
          replicas: 1,
          requests: { cpu: '10m', memory: '16Mi' },
        },
      ],
    },
  };
}
