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

import type { CellRecord, NewLogEntry } from '../../records';
import type { CellActContext } from './types';

/** What the log says of an act on a cell. */
export function logEntry(
  cell: CellRecord,
  { by, now }: CellActContext,
  code: string,
  message: string,
  reason: string,
): NewLogEntry {
  return {
    at: now.toISOString(),
    actor: by,
    code,
    message,
    level: 'info',
    wave: cell.wave,
    cellId: cell.id,
    ...(reason && { reason }),
  };
}
