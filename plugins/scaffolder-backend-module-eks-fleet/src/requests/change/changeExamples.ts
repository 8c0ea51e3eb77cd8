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

import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const CHANGE_ACTION = 'eks-fleet:change:request';

const REASON = '${{ parameters.reason }}';

export const changeExamples: TemplateExample[] = [
  {
    description: 'Give a namespace more CPU',
    example: stringify({
      steps: [
        {
          id: 'request',
          action: CHANGE_ACTION,
          input: {
            thing: '${{ parameters.namespace }}',
            patch: { quota: { cpuRequests: '4' } },
            reason: REASON,
          },
        },
      ],
    }),
  },
  {
    description: 'Let a node group grow further, and leave the others alone',
    example: stringify({
      steps: [
        {
          id: 'request',
          action: CHANGE_ACTION,
          input: {
            thing: '${{ parameters.cluster }}',
            nodeGroup: { name: 'workers', maxSize: 12 },
            reason: REASON,
          },
        },
      ],
    }),
  },
  {
    description: 'Move the day on which something ends',
    example: stringify({
      steps: [
        {
          id: 'request',
          action: CHANGE_ACTION,
          input: {
            thing: '${{ parameters.namespace }}',
            operation: 'extend',
            expiresOn: '${{ parameters.expiresOn }}',
            reason: REASON,
          },
        },
      ],
    }),
  },
  {
    description: 'Let something go whose name was typed',
    example: stringify({
      steps: [
        {
          id: 'request',
          action: CHANGE_ACTION,
          input: {
            thing: '${{ parameters.namespace }}',
            operation: 'delete',
            confirm: '${{ parameters.confirm }}',
            reason: REASON,
          },
        },
      ],
    }),
  },
];
