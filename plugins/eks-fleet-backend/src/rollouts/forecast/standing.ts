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

import type { ForecastCell, WaveStanding } from './types';

export function isUnderWay({
  lifecycle,
}: Pick<WaveStanding, 'lifecycle'>): boolean {
  return lifecycle === 'running' || lifecycle === 'baking';
}

export function hasEnded({
  lifecycle,
}: Pick<WaveStanding, 'lifecycle'>): boolean {
  return lifecycle === 'done' || lifecycle === 'cancelled';
}

/** Whether nothing is left to do on a cell, well or ill. */
export function isOver({ stage, state }: ForecastCell): boolean {
  return (
    stage === 'back' ||
    (state !== undefined && !['planned', 'queued', 'running'].includes(state))
  );
}
