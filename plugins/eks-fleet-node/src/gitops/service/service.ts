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

import {
  coreServices,
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import { DefaultEksFleetGitService } from './DefaultEksFleetGitService';
import type { EksFleetGitService } from './types';

/**
 * Git hosts of fleet repositories, one for the whole process: rollouts,
 * policies and requests share what was read and the hosts' limits.
 *
 * @public
 */
export const eksFleetGitServiceRef = createServiceRef<EksFleetGitService>({
  id: 'eks-fleet.git',
  scope: 'root',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: { config: coreServices.rootConfig },
      factory: ({ config }) => DefaultEksFleetGitService.fromConfig(config),
    }),
});
