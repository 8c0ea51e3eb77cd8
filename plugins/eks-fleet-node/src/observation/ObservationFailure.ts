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

import type { ObservationErrorCode } from '@eks-fleet/backstage-plugin-eks-fleet-common';

/**
 * A failure that already knows what it means in the words of the product;
 * collectors throw it where {@link toObservationError} could not tell.
 *
 * @public
 */
export class ObservationFailure extends Error {
  readonly code: ObservationErrorCode;

  /** @param message - in words an operator can act on, without secrets */
  constructor(
    code: ObservationErrorCode,
    message: string,
    options?: { cause?: unknown },
  ) {
    super(message, options);
    this.name = 'ObservationFailure';
    this.code = code;
  }
}
