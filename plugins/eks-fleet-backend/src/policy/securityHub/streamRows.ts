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
import type { HubStream } from '@eks-fleet/backstage-plugin-eks-fleet-node';
import { known } from '../../database/text';
import type { HubStreamState } from './types';

/** How far a stream was read, as it is kept. */
export interface StreamRow {
  stream: HubStream;
  scope: string;
  claim: string;
  watermark: string;
  pass: number;
  full_started_at: string;
  full_cursor: string;
  full_at: string;
  completed_at: string;
  attempted_at: string;
  error_code: string;
  error_message: string;
  error_since: string;
}

/** Of a stream of which nothing was read. */
export function newStreamRow(stream: HubStream, scope: string): StreamRow {
  return {
    stream,
    scope,
    claim: '',
    watermark: '',
    pass: 0,
    full_started_at: '',
    full_cursor: '',
    full_at: '',
    completed_at: '',
    attempted_at: '',
    error_code: '',
    error_message: '',
    error_since: '',
  };
}

export function fromStreamRow(row: StreamRow): HubStreamState {
  return {
    stream: row.stream,
    watermark: known(row.watermark),
    pass: row.pass,
    full: row.full_started_at
      ? { startedAt: row.full_started_at, cursor: known(row.full_cursor) }
      : undefined,
    fullAt: known(row.full_at),
    completedAt: known(row.completed_at),
    attemptedAt: known(row.attempted_at),
    error: row.error_code
      ? {
          code: row.error_code as ObservationErrorCode,
          message: row.error_message,
          since: known(row.error_since),
        }
      : undefined,
  };
}
