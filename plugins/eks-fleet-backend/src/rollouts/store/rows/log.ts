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

import { known } from '../../../database/text';
import type { NewLogEntry } from '../../records';
import type { LogRecord } from '../types';

export interface LogRow {
  id: number;
  rollout_id: string;
  at: string;
  actor: string;
  code: string;
  message: string;
  level: NewLogEntry['level'];
  wave: number;
  cell_id: string;
  arn: string;
  reason: string;
  url: string;
}

export function toLogRow(
  rolloutId: string,
  entry: NewLogEntry,
): Omit<LogRow, 'id'> {
  return {
    rollout_id: rolloutId,
    at: entry.at,
    actor: entry.actor,
    code: entry.code,
    message: entry.message,
    level: entry.level,
    wave: entry.wave ?? 0,
    cell_id: entry.cellId ?? '',
    arn: entry.arn ?? '',
    reason: entry.reason ?? '',
    url: entry.url ?? '',
  };
}

export function fromLogRow(row: LogRow): LogRecord {
  return {
    id: row.id,
    at: row.at,
    actor: row.actor,
    code: row.code,
    message: row.message,
    level: row.level,
    wave: row.wave || undefined,
    cellId: known(row.cell_id),
    arn: known(row.arn),
    reason: known(row.reason),
    url: known(row.url),
  };
}
