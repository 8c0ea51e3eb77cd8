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

import type {
  ClusterSpec,
  VerdictReason,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { ClusterRules } from '../config/types';
import { deny } from '../verdictOf';
import { anyOf } from '../words';

/** Whether a cluster has the tags that all must have. */
export function tagReasons(
  { tags }: Pick<ClusterSpec, 'tags'>,
  { requiredTags }: Pick<ClusterRules, 'requiredTags'>,
): VerdictReason[] {
  return requiredTags.flatMap(({ key, values }) => {
    const value = Object.hasOwn(tags, key) ? tags[key] : undefined;
    if (value && (!values || values.includes(value))) {
      return [];
    }
    const right = values ? anyOf(values) : 'anything but empty';
    return [
      value
        ? deny(
            'tagValueNotAllowed',
            `tags.${key}`,
            `The tag ${key} may not be ${value}; it must be ${right}.`,
          )
        : deny(
            'tagMissing',
            `tags.${key}`,
            `The tag ${key} is missing; it must be ${right}.`,
          ),
    ];
  });
}
