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

import type { WaveLifecycle } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { known } from '../../../database/text';
import type { WaveRecord } from '../../records';
import { fromJson, toJson } from './json';

export interface WaveRow {
  rollout_id: string;
  wave: number;
  lifecycle: WaveLifecycle;
  plan: string;
  counts: string;
  state: string;
  waiting: string;
  started_at: string;
  ended_at: string;
}

export function toWaveRow(rolloutId: string, wave: WaveRecord): WaveRow {
  return {
    rollout_id: rolloutId,
    wave: wave.index,
    lifecycle: wave.lifecycle,
    plan: toJson({ name: wave.name, ...wave.plan }),
    counts: toJson(wave.counts),
    state: toJson(wave.state),
    waiting: toJson(wave.waiting),
    started_at: wave.startedAt ?? '',
    ended_at: wave.endedAt ?? '',
  };
}

export function fromWaveRow(row: WaveRow): WaveRecord {
  const { name, ...plan } = JSON.parse(row.plan);
  return {
    index: row.wave,
    name,
    lifecycle: row.lifecycle,
    plan,
    counts: JSON.parse(row.counts),
    state: JSON.parse(row.state),
    waiting: fromJson(row.waiting),
    startedAt: known(row.started_at),
    endedAt: known(row.ended_at),
  };
}
