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
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import { eksFleetGitServiceRef } from '@eks-fleet/backstage-plugin-eks-fleet-node';
import { createAskGround } from './propose/askGround';
import { createProposeAction } from './propose/createProposeAction';

/**
 * The actions of EKS Fleet for templates.
 *
 * @public
 */
export const scaffolderModuleEksFleet = createBackendModule({
  pluginId: 'scaffolder',
  moduleId: 'eks-fleet',
  register({ registerInit }) {
    registerInit({
      deps: {
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        discovery: coreServices.discovery,
        git: eksFleetGitServiceRef,
        scaffolder: scaffolderActionsExtensionPoint,
      },
      async init({ auditor, auth, discovery, git, scaffolder }) {
        const askGround = createAskGround({ auth, discovery });
        scaffolder.addActions(createProposeAction({ askGround, auditor, git }));
      },
    });
  },
});
