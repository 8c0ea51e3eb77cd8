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

import {
  teamOf,
  type VerdictReason,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { OwnerFacts } from '../ground/types';
import { deny, needsApproval } from '../verdictOf';

/** Whether what is asked for has an owner who can be asked about it. */
export function ownerReasons(
  specOwner: string,
  facts: OwnerFacts,
): VerdictReason[] {
  if (specOwner !== facts.ref) {
    return [
      deny(
        'ownerDiffers',
        'owner',
        `The owner is ${specOwner}, and the request is made for ${facts.ref}; both must be the same.`,
      ),
    ];
  }
  if (teamOf(specOwner) === undefined) {
    return [
      deny(
        'ownerIsNoTeam',
        'owner',
        `The owner is ${specOwner}; it must be a group whose name has nothing but lower-case letters, digits and dashes, as folders and labels are named after it.`,
      ),
    ];
  }
  return [...inCatalog(facts), ...ofThemselves(facts)];
}

function inCatalog({ exists, ref }: OwnerFacts): VerdictReason[] {
  if (exists) {
    return [];
  }
  return [
    exists === false
      ? deny(
          'ownerUnknown',
          'owner',
          `The owner ${ref} is not in the catalog; it must be a group that is.`,
        )
      : needsApproval(
          'ownerUnread',
          'owner',
          `The catalog did not answer whether the owner ${ref} is there.`,
        ),
  ];
}

function ofThemselves({ asksForOwn, ref }: OwnerFacts): VerdictReason[] {
  if (asksForOwn) {
    return [];
  }
  return [
    asksForOwn === false
      ? deny(
          'ownerOfOthers',
          'owner',
          `Whoever asks is no member of the owner ${ref}; it must be a group of theirs.`,
        )
      : needsApproval(
          'membershipUnread',
          'owner',
          `Whether whoever asks is a member of the owner ${ref} could not be read.`,
        ),
  ];
}
