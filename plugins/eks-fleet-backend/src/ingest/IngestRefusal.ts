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

/** Why something that was pushed is not taken. */
export type IngestReason =
  | 'unknownToken'
  | 'expired'
  | 'revoked'
  | 'tooMany'
  | 'otherCluster'
  | 'outOfOrder'
  | 'replayed'
  | 'superseded'
  | 'previousUnknown'
  | 'tooLarge'
  | 'invalid';

const STATUS: Record<IngestReason, number> = {
  unknownToken: 401,
  expired: 401,
  revoked: 401,
  tooMany: 429,
  otherCluster: 403,
  outOfOrder: 409,
  replayed: 409,
  superseded: 409,
  previousUnknown: 409,
  tooLarge: 413,
  invalid: 400,
};

/** Refuses what was pushed, and says what would be taken. */
export class IngestRefusal extends Error {
  readonly name = 'IngestRefusal';
  readonly reason: IngestReason;
  readonly statusCode: number;
  /** The number of the part that would be taken. */
  readonly expected?: number;

  constructor(reason: IngestReason, message: string, expected?: number) {
    super(message);
    this.reason = reason;
    this.statusCode = STATUS[reason];
    if (expected !== undefined) {
      this.expected = expected;
    }
  }
}
