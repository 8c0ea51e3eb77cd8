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

import { useState } from 'react';
import type { FleetRequest } from '@eks-fleet/backstage-plugin-eks-fleet-common';

/** What somebody decides about: what it was when they began to look at it. */
export interface OpenedRequest {
  /** As it was looked at. */
  opened: FleetRequest;
  /** It asks for something else by now, so that this must not be decided. */
  isStale: boolean;
  /** Goes on with what it asks for now. */
  lookAgain(): void;
}

/** Holds on to a request as it was when a dialog was opened, whatever is read meanwhile. */
export function useOpened(request: FleetRequest): OpenedRequest {
  const [opened, setOpened] = useState(request);
  return {
    opened,
    isStale: opened.specHash !== request.specHash,
    lookAgain: () => setOpened(request),
  };
}
