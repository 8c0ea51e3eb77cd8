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
  Rollout,
  RolloutAct,
  RolloutWave,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { Translate } from '../translation';

/** What a person can do with a rollout from its page. */
export type RolloutActName = RolloutAct['act'] | 'stragglers' | 'edit';

const NEEDS: Record<RolloutActName, keyof Rollout['may']> = {
  plan: 'edit',
  edit: 'edit',
  assign: 'edit',
  stragglers: 'edit',
  start: 'start',
  pause: 'pause',
  resume: 'pause',
  stop: 'pause',
  cancel: 'pause',
  skipWave: 'pause',
};

const BY_LIFECYCLE: Record<Rollout['lifecycle'], RolloutActName[]> = {
  draft: ['plan', 'edit', 'cancel'],
  planned: ['start', 'edit', 'skipWave', 'assign', 'cancel'],
  running: ['pause', 'resume', 'stop', 'skipWave', 'assign', 'cancel'],
  paused: ['resume', 'skipWave', 'assign', 'cancel'],
  stopping: ['resume', 'cancel'],
  done: ['stragglers'],
  cancelled: ['stragglers'],
};

/** What the reader can do now, the most likely first. */
export function offeredActs(rollout: Rollout): RolloutActName[] {
  return BY_LIFECYCLE[rollout.lifecycle].filter(act => {
    switch (act) {
      case 'assign':
        return rollout.may[NEEDS[act]] && rollout.unassigned > 0;
      case 'skipWave':
        return rollout.may[NEEDS[act]] && skippableWaves(rollout).length > 0;
      case 'resume':
        return rollout.may[NEEDS[act]] && canGoOn(rollout);
      case 'stragglers':
        return rollout.may[NEEDS[act]] && leftOver(rollout) > 0;
      default:
        return rollout.may[NEEDS[act]];
    }
  });
}

/** Waves of which something is not done. */
export function skippableWaves(rollout: Rollout): RolloutWave[] {
  return rollout.waves.filter(
    ({ lifecycle }) => lifecycle !== 'done' && lifecycle !== 'cancelled',
  );
}

/** What an act will do to what, in a sentence. */
export function actConsequence(
  act: Exclude<RolloutActName, 'edit'>,
  rollout: Rollout,
  wave: RolloutWave | undefined,
  t: Translate,
): string {
  const cells = (count: number) => t('rollouts.cells', { count });
  const running = rollout.running ?? 0;
  const words = {
    inFlight: cells(running),
    left: cells(Math.max(0, rollout.outcome.notReached - running)),
  };
  const size = {
    cells: cells(rollout.outcome.total),
    waves: `${rollout.waves.length}`,
    first: `${rollout.waves[0]?.name ?? '?'} (${cells(
      rollout.waves[0]?.cells ?? 0,
    )})`,
  };
  switch (act) {
    case 'plan':
      return t('rolloutAct.willPlan', size);
    case 'start':
      return t('rolloutAct.willStart', size);
    case 'pause':
      return t('rolloutAct.willPause', words);
    case 'resume':
      return [
        t('rolloutAct.willResume', words),
        rollout.outcome.failed > 0 && t('rolloutAct.willResumeFailures'),
      ]
        .filter(Boolean)
        .join(' ');
    case 'stop':
      return t('rolloutAct.willStop', words);
    case 'cancel':
      return t('rolloutAct.willCancel', words);
    case 'skipWave':
      return t('rolloutAct.willSkipWave', {
        left: cells(wave?.outcome.notReached ?? 0),
        name: wave?.name ?? '?',
      });
    case 'assign':
      return t('rolloutAct.willAssign', {
        clusters: t('rolloutAct.clusters', { count: rollout.unassigned }),
      });
    default:
      return t('rolloutAct.willStragglers', {
        left: cells(leftOver(rollout)),
      });
  }
}

/** What runs goes on by itself, unless nobody decided at a gate in time. */
function canGoOn({ lifecycle, waves }: Rollout): boolean {
  return (
    lifecycle !== 'running' ||
    waves.some(({ gates }) => gates.some(({ state }) => state === 'expired'))
  );
}

/** Cells that a straggler wave takes. */
function leftOver({ outcome }: Rollout): number {
  return outcome.failed + outcome.skipped + outcome.notReached;
}
