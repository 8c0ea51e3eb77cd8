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
  GateSpec,
  TimeWindow,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { environmentsOf } from '../plan/environmentsOf';
import { OpenTimes } from '../strategy/OpenTimes';
import type { ForecastInput, PlannedWave } from '../types';

/** More turns than this, and two gates never open together. */
const MAX_TURNS = 100;

/** When the gates before a wave can open, of those that go by the clock. */
export class GateTimes {
  /** Whether somebody has to agree, before the wave or after it. */
  readonly approval: { before: boolean; after: boolean };
  readonly #notBefore: number;
  readonly #open: OpenTimes[];

  constructor(
    wave: PlannedWave,
    { strategy, freezes }: Pick<ForecastInput, 'strategy' | 'freezes'>,
  ) {
    const before = [...(strategy.before ?? []), ...(wave.rule.before ?? [])];
    const after = [...(strategy.after ?? []), ...(wave.rule.after ?? [])];
    this.approval = {
      before: before.some(({ type }) => type === 'approval'),
      after: after.some(({ type }) => type === 'approval'),
    };
    const schedules = before.filter(({ type }) => type === 'schedule');
    this.#notBefore = Math.max(-Infinity, ...schedules.flatMap(notBeforeOf));
    this.#open = schedules.map(
      gate => new OpenTimes(windowsOf(gate), undefined, []),
    );
    if (before.some(({ type }) => type === 'freeze')) {
      this.#open.push(new OpenTimes(undefined, freezes, environmentsOf(wave)));
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
function notBeforeOf({ with: asked }: GateSpec): number[] {
  const time = Date.parse(String(asked?.notBefore));
  return Number.isNaN(time) ? [] : [time];
}

function windowsOf({ with: asked }: GateSpec): TimeWindow[] {
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
