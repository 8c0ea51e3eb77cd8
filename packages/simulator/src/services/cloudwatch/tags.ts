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

import { AwsError } from '../../aws/errors';
import type { Operation } from '../../aws/types';
import { textOf } from '../parameters';

export const listTagsForResource: Operation = {
  action: 'cloudwatch:ListTagsForResource',
  resource: ({ call }) => textOf(call.parameters, 'ResourceARN') ?? '*',
  handle: ({ call, caller, region, model }) => {
    const arn = textOf(call.parameters, 'ResourceARN') ?? '';
    const alarm = model.alarms.find(arn);
    const [, , , itsRegion, accountId] = arn.split(':');
    if (!alarm || itsRegion !== region || accountId !== caller.accountId) {
      throw new AwsError(
        'ResourceNotFoundException',
        404,
        `Unknown resource ${arn}`,
        { ResourceType: 'Alarm', ResourceId: arn },
      );
    }
    return {
      Tags: Object.entries(alarm.tags).map(([Key, Value]) => ({ Key, Value })),
    };
  },
};
