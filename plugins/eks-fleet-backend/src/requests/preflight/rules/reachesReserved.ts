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
  fitsPattern,
  RESERVED_NAMESPACES,
  reservedBy,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';

/** Whether a name of a namespace, which may have `*` itself, stands for one that is kept for the platform. */
export function reachesReserved(name: string): boolean {
  if (!name.includes('*')) {
    return reservedBy(name) !== undefined;
  }
  const [start] = name.split('*');
  return RESERVED_NAMESPACES.some(reserved => {
    const [reservedStart, ...more] = reserved.split('*');
    const mayMeet =
      more.length > 0 &&
      (start.startsWith(reservedStart) || reservedStart.startsWith(start));
    return mayMeet || fitsPattern(name, reserved.replaceAll('*', 'x'));
  });
}
