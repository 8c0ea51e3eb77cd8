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

import type { Update as EksUpdate } from '@aws-sdk/client-eks';
import type { Update } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { UpdatedPart } from './updatedParts';
import { items, names, text, time } from './values';

/** What EKS `DescribeUpdate` says; types and statuses that are new pass through. */
export function toUpdate(
  update: EksUpdate,
  id: string,
  part?: Pick<UpdatedPart, 'kind' | 'name'>,
): Update {
  return {
    id,
    type: text(update.type) ?? 'UNKNOWN',
    status: text(update.status) ?? 'UNKNOWN',
    createdAt: time(update.createdAt),
    parameters: Object.fromEntries(
      (update.params ?? [])
        .slice(0, 100)
        .flatMap(({ type, value }) =>
          type ? [[type.slice(0, 200), text(value) ?? '']] : [],
        ),
    ),
    errors: items(update.errors).map(error => ({
      code: text(error.errorCode) ?? 'Unknown',
      message: text(error.errorMessage) ?? '',
      resourceIds: names(error.resourceIds),
    })),
    ...(part && { [part.kind]: part.name }),
  };
}
