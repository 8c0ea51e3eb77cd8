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

import type { RolloutStrategy } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { GateRecord, WaveRecord } from '../../records';
import { demand } from './demand';

/** So long the answer of a gate may be on its way into the database. */
const FRESH_MS = 300_000;

/** What a gate that is looked at has said last. */
export interface GateLook {
  open: boolean;
  time: number;
}

interface Context {
  gates: GateRecord[];
  looks: ReadonlyMap<string, GateLook>;
  planHash: string;
  time: number;
}

/** No wave opens before its gates, and none is left before those after it. */
export function demandOpened(
  was: WaveRecord,
  wave: WaveRecord,
  context: Context,
): void {
  const { gates } = context;
  const closed = was.lifecycle === 'planned' || was.lifecycle === 'gated';
  const begun = ['running', 'baking', 'done'].includes(wave.lifecycle);
  if (closed && begun && !wave.state.skipped) {
    demand(
      gates
        .filter(({ phase }) => phase === 'before')
        .every(gate => isLetGo(gate, context)),
      `wave ${wave.index} opens before its gates`,
    );
  }
  if (
    was.lifecycle !== 'done' &&
    wave.lifecycle === 'done' &&
    !wave.state.skipped
  ) {
    demand(
      gates
        .filter(({ phase }) => phase === 'after')
        .every(gate => isLetGo(gate, context)),
      `wave ${wave.index} is left before its gates`,
    );
  }
}

/** What people said last, counted once more and otherwise than the engine does. */
function isLetGo(
  { asked, decisions, id, type }: GateRecord,
  { looks, planHash, time }: Context,
): boolean {
  if (type === 'hold') {
    return decisions.at(-1)?.decision === 'release';
  }
  if (type !== 'approval') {
    const look = looks.get(id);
    return look !== undefined && look.open && time - look.time <= FRESH_MS;
  }
  const said = decisions.filter(decision => decision.planHash === planHash);
  const last = new Map(said.map(({ by, decision }) => [by, decision]));
  const words = [...last.values()];
  const needed = typeof asked.needed === 'number' ? asked.needed : 1;
  return (
    words.filter(word => word === 'approve').length >= needed &&
    !words.includes('reject')
  );
}

/** For windows of every day in UTC that do not go over midnight. */
export function isOpenAt(
  windows: RolloutStrategy['windows'],
  now: Date,
): boolean {
  const time = now.toISOString().slice(11, 16);
  return (
    !windows?.length ||
    windows.some(({ from, to }) => from <= time && time < to)
  );
}
