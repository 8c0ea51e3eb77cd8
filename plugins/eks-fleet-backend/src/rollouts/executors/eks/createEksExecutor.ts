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

import type { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import type { EksFleetAwsService } from '@eks-fleet/backstage-plugin-eks-fleet-node';
import { Durations } from '../../forecast/Durations';
import type { RolloutStore } from '../../store/types';
import { EksExecutor } from './EksExecutor';
import { EksLooks } from './EksLooks';

const DEFAULT_ROLE = 'eks-fleet-executor';
/** How large a node group is taken to be, for what is slow. */
const NODES = 10;
const REMEMBERED_MS = 10 * 60_000;

/**
 * @returns `undefined` where configuration does not enable it
 * @throws InputError that names the key
 */
export function createEksExecutor(options: {
  config: RootConfigService;
  aws: Pick<EksFleetAwsService, 'eks' | 'eksAs'>;
  store: Pick<RolloutStore, 'durations'>;
  now?: () => Date;
}): EksExecutor | undefined {
  const { aws, config, store } = options;
  const { now = () => new Date() } = options;
  const key = 'eksFleet.executors.eks';
  if (config.getOptionalBoolean(`${key}.enabled`) !== true) {
    return undefined;
  }
  const roleName = config.getOptionalString(`${key}.roleName`) ?? DEFAULT_ROLE;
  if (!/^[\w+=,.@-]{1,64}$/.test(roleName)) {
    throw new InputError(
      `${key}.roleName: ${JSON.stringify(roleName)} is no name of a role`,
    );
  }
  let remembered: { at: number; durations: Durations } | undefined;
  return new EksExecutor({
    aws,
    roleName,
    looks: new EksLooks({
      aws,
      usualSeconds: async () => {
        if (!remembered || now().getTime() - remembered.at > REMEMBERED_MS) {
          remembered = {
            at: now().getTime(),
            durations: new Durations(await store.durations('eks')),
          };
        }
        const { durations } = remembered;
        return kind => durations.of(kind, { nodes: NODES }).p90;
      },
    }),
  });
}
