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

import type { TimeWindow } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { OpenTimes } from '../strategy/OpenTimes';
import type { ForecastGate, ForecastInput, ForecastWave } from './types';

/** More turns than this, and two gates never open together. */
const MAX_TURNS = 100;

/** When the gates before a wave can open, of those that go by the clock. */
export class GateTimes {
  /** Whether somebody has to decide, before the wave or after it. */
  readonly decision: { before: boolean; after: boolean };
  readonly #notBefore: number;
  readonly #open: OpenTimes[];

  constructor(
    { environments, gates }: ForecastWave,
    { freezes }: Pick<ForecastInput, 'freezes'>,
  ) {
    const before = gates.filter(({ phase }) => phase === 'before');
    const asks = (phase: ForecastGate['phase']) =>
      gates.some(
        gate =>
          gate.phase === phase &&
          (gate.type === 'approval' || gate.type === 'hold') &&
          !gate.open,
      );
    this.decision = { before: asks('before'), after: asks('after') };
    const schedules = before.filter(({ type }) => type === 'schedule');
    this.#notBefore = Math.max(-Infinity, ...schedules.flatMap(notBeforeOf));
    this.#open = schedules.map(
      gate => new OpenTimes(windowsOf(gate), undefined, []),
    );
    if (before.some(({ type }) => type === 'freeze')) {
      this.#open.push(new OpenTimes(undefined, freezes, environments));
    }
  }

  /** `undefined` for never. */
  openFrom(time: number): number | undefined {
    let at = Math.max(time, this.#notBefore);
    for (let turn = 0; turn < MAX_TURNS; turn++) {
      const before = at;
      for (const open of this.#open) {
        const next = open.openFrom(at);
        if (next === undefined) {
          return undefined;
        }
        at = next;
      }
      if (at === before) {
        return at;
      }
    }
    return undefined;
  }
}

/** What no gate of this type would take counts as not asked. */
function notBeforeOf({ with: asked }: ForecastGate): number[] {
  const time = Date.parse(String(asked?.notBefore));
  return Number.isNaN(time) ? [] : [time];
}

function windowsOf({ with: asked }: ForecastGate): TimeWindow[] {
  const windows: unknown = asked?.windows;
  return Array.isArray(windows)
    ? windows.filter(
        item =>
          Array.isArray(item?.days) &&
          typeof item.from === 'string' &&
          typeof item.to === 'string',
      )
    : [];
}
