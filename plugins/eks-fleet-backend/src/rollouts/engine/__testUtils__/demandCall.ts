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

import { versionRank } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { CellRecord, RolloutRecord, WaveRecord } from '../../records';
import { demand } from './demand';
import type { CloudCall } from './RandomCloud';

/** What must hold of a call as the cloud gets it, whatever was recorded before. */
export function demandCall(
  { begins, part, repeats, seen, work }: CloudCall,
  {
    cell,
    interrupted,
    rollout,
    stopped,
    waves,
  }: {
    rollout: RolloutRecord;
    waves: WaveRecord[];
    stopped: boolean;
    cell: CellRecord | undefined;
    /** Another replica went on meanwhile, so what is recorded may be newer. */
    interrupted: boolean;
  },
): void {
  const back = work.direction === 'back';
  demandSteps({ seen, work, back });
  if (begins) {
    demand(part.version !== work.to, `asked again for ${work.to}`);
    demand(
      part.updates.every(({ status }) => status !== 'InProgress'),
      'asked while what was asked before is under way',
    );
  }
  if (interrupted) {
    return;
  }
  demand(!repeats, 'asked for the same twice');
  demand(!stopped, 'a call while all is stopped');
  demand(
    back || ['running', 'stopping'].includes(rollout.lifecycle),
    `a call while it is ${rollout.lifecycle}`,
  );
  demand(
    cell?.state === (back ? 'rollingBack' : 'running'),
    `a call for a cell that is ${cell?.state}`,
  );
  const wave = waves.find(({ index }) => index === work.wave.index)!;
  demand(
    back || wave.lifecycle === 'running' || wave.state.skipped !== undefined,
    `a call in a wave that is ${wave.lifecycle}`,
  );
  demand(
    back ||
      waves
        .filter(({ index }) => index < work.wave.index)
        .every(({ lifecycle }) => lifecycle === 'done'),
    'a call before the waves before it are done',
  );
  demand(
    work.kind !== 'nodegroup' ||
      cell?.stage !== 'first' ||
      !cell.clusters[0].tracks[1].afterBake,
    'nodes before the bake',
  );
}

/** One minor, from what the cloud itself had said that the cluster runs. */
function demandSteps({
  back,
  seen,
  work,
}: Pick<CloudCall, 'seen' | 'work'> & { back: boolean }): void {
  demand(seen.kind === 'seen', `a call on what was ${seen.kind}`);
  if (seen.kind !== 'seen' || work.kind !== 'controlPlane') {
    return;
  }
  demand(
    versionRank(work.to) - versionRank(seen.version) === (back ? -1 : 1),
    `from ${seen.version} to ${work.to} at once`,
  );
}
