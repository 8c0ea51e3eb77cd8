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
  ObservationError,
  SystemSource,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';

/** A system of the configuration that can be asked whether it answers. */
export interface SystemProbe {
  kind: SystemSource['kind'];
  /** Of its kind, as the configuration has it. */
  id: string;
  /** Of its page, for links. */
  url?: string;
  /** Reads something small of it; throws where that fails. */
  read(): Promise<void>;
}

/** How reading a system went; all is left out where it was never tried. */
export interface SystemRecord {
  /** ISO 8601. */
  attemptedAt?: string;
  /** ISO 8601. */
  succeededAt?: string;
  /** Of the last attempt. */
  error?: ObservationError;
}
