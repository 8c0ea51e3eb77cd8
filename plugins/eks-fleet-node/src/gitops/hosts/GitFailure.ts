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
import { ObservationFailure } from '../../observation/ObservationFailure';

/**
 * Why something did not work with a Git host.
 *
 * `conflict`: what is to be made is there already, or a merge does not go.
 * `moved`: a branch has another head than expected. `notReady`: checks, reviews
 * or the host's own computing are outstanding. `writesOff`: configuration
 * forbids writes.
 *
 * @public
 */
export type GitFailureReason =
  | 'unauthenticated'
  | 'forbidden'
  | 'throttled'
  | 'unreachable'
  | 'timeout'
  | 'notFound'
  | 'conflict'
  | 'moved'
  | 'notReady'
  | 'writesOff'
  | 'invalid';

/** @public */
export interface GitFailureOptions {
  cause?: unknown;
  /** How long to leave the host alone. */
  retryAfterSeconds?: number;
  /** Whether nobody knows if the host has done it. */
  isUnanswered?: boolean;
  /** Of the answer, in HTTP. */
  status?: number;
}

const CODES: Partial<Record<GitFailureReason, ObservationErrorCode>> = {
  conflict: 'invalid',
  moved: 'invalid',
  notReady: 'invalid',
  writesOff: 'disabled',
};

/**
 * A failure of a call to a Git host. Its `code` is in the words of the whole
 * product, its `reason` says more.
 *
 * @public
 */
export class GitFailure extends ObservationFailure {
  readonly reason: GitFailureReason;
  /** How long to leave the host alone, where it said so. */
  readonly retryAfterSeconds?: number;
  /**
   * Whether no answer came, so that nobody knows if the host has done what was
   * asked: look before asking again.
   */
  readonly isUnanswered: boolean;
  /** Of the answer, in HTTP, where there was one. */
  readonly status?: number;

  constructor(
    reason: GitFailureReason,
    message: string,
    options: GitFailureOptions = {},
  ) {
    const code = CODES[reason] ?? (reason as ObservationErrorCode);
    super(code, message, { cause: options.cause });
    this.name = 'GitFailure';
    this.reason = reason;
    this.retryAfterSeconds = options.retryAfterSeconds;
    this.isUnanswered = options.isUnanswered ?? false;
    this.status = options.status;
  }
}
