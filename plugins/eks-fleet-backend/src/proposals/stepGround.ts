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

import type { FleetStop } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { EksFleetGitService } from '@eks-fleet/backstage-plugin-eks-fleet-node';
import type { Knex } from 'knex';
import type { StepGround } from './Reconciler';

/** What holds for all that goes through Git at this moment. */
export async function stepGround(options: {
  knex: Knex;
  git: Pick<EksFleetGitService, 'writes'>;
  /** Says whether the fleet is stopped. */
  stops: { fleetStop(): Promise<FleetStop> };
}): Promise<StepGround> {
  const { git, knex, stops } = options;
  const row = await knex('rollout_engine').where('id', 1).first();
  return {
    halted: wordHalt(git, await stops.fleetStop()),
    installationId: row.installation_id,
  };
}

function wordHalt(
  { writes }: Pick<EksFleetGitService, 'writes'>,
  { by, stopped }: FleetStop,
): string | undefined {
  if (writes === 'off') {
    return 'Nothing is written to Git while eksFleet.writes is off in the configuration';
  }
  return stopped
    ? `The fleet is stopped${
        by ? ` by ${by}` : ''
      }: nothing is written to Git until it is let go again`
    : undefined;
}
