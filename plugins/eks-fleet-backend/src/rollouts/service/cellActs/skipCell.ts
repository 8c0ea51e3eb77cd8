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

import { ConflictError } from '@backstage/errors';
import type { CellRecord } from '../../records';
import { logEntry } from './logEntry';
import type { CellActContext, CellActResult } from './types';

/** Nothing more is done in it, and what is under way is not followed. */
export function skipCell(
  cell: CellRecord,
  reason: string,
  context: CellActContext,
): CellActResult {
  if (!['planned', 'queued', 'running', 'failed'].includes(cell.state)) {
    throw new ConflictError(`${cell.name} is ${cell.state} already`);
  }
  return {
    cell: {
      ...cell,
      state: 'skipped' as const,
      waiting: undefined,
      endedAt: context.now.toISOString(),
    },
    nextAt: '',
    changes: {
      revises: true,
      nextAt: context.now.toISOString(),
      log: [
        logEntry(
          cell,
          context,
          'cell.skip',
          cell.state === 'running'
            ? `Skipped ${cell.name}; what is under way in it is not followed any more`
            : `Skipped ${cell.name}`,
          reason,
        ),
      ],
    },
  };
}
