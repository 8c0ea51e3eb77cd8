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
  BakeRule,
  WaveRule,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { secondsOf } from '../strategy/durations';

export const DEFAULT_FIRST_BAKE = '12h';
export const DEFAULT_BAKE_FLOOR = '2h';
/** Once this share of the cells is done, a bake is as short as it gets. */
const SHARE_OF_CONFIDENCE = 0.5;

/**
 * How long a wave bakes: `first` as long as nothing was done before it, less in
 * proportion to the share of the cells that was, and `floor` once half of them
 * were. Whole minutes, rounded up.
 */
export function bakeSecondsOf(
  rule: BakeRule | undefined,
  cellsDoneBefore: number,
  totalCells: number,
): number {
  const floor = secondsOf(rule?.floor ?? DEFAULT_BAKE_FLOOR) ?? 0;
  const first = Math.max(
    secondsOf(rule?.first ?? DEFAULT_FIRST_BAKE) ?? 0,
    floor,
  );
  const share = totalCells > 0 ? cellsDoneBefore / totalCells : 0;
  const confidence = Math.min(Math.max(share, 0) / SHARE_OF_CONFIDENCE, 1);
  const seconds = first - (first - floor) * confidence;
  return Math.min(Math.ceil(seconds / 60) * 60, first);
}

/** The bake of one wave: its own where it has one. */
export function bakeOfWave(
  wave: Pick<WaveRule, 'bake'>,
  rule: BakeRule | undefined,
  cellsDoneBefore: number,
  totalCells: number,
): number {
  const own = wave.bake === undefined ? undefined : secondsOf(wave.bake);
  return own ?? bakeSecondsOf(rule, cellsDoneBefore, totalCells);
}

/** How long a wave bakes once more after nodes that followed its bake: as little as any. */
export function nodesBakeOf(
  bakeSeconds: number,
  rule: BakeRule | undefined,
): number {
  const floor = secondsOf(rule?.floor ?? DEFAULT_BAKE_FLOOR) ?? 0;
  return Math.min(floor, bakeSeconds);
}
