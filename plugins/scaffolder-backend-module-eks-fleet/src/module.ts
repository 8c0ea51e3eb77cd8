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
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import { eksFleetGitServiceRef } from '@eks-fleet/backstage-plugin-eks-fleet-node';
import { createFleetBackend } from './backend/createFleetBackend';
import { createAskGround } from './propose/askGround';
import { createProposeAction } from './propose/createProposeAction';
import { createApplicationAction } from './requests/application/createApplicationAction';
import { createChangeAction } from './requests/change/createChangeAction';
import { createClusterAction } from './requests/cluster/createClusterAction';
import { createNamespaceAction } from './requests/namespace/createNamespaceAction';
import type { RequestActionOptions } from './requests/types';
import { createWaitAction } from './requests/wait/createWaitAction';
import { createUpgradeAction } from './upgrade/createUpgradeAction';

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
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        discovery: coreServices.discovery,
        git: eksFleetGitServiceRef,
        scaffolder: scaffolderActionsExtensionPoint,
      },
      async init(deps) {
        const { auditor, auth, catalog, config, discovery, git } = deps;
        const options: RequestActionOptions = {
          backendFor: createFleetBackend({ auth, discovery }),
          findEntityFor: credentials => entityRef =>
            catalog.getEntityByRef(entityRef, { credentials }),
          portalPath:
            config.getOptionalString('eksFleet.portalPath') ?? '/eks-fleet',
        };
        deps.scaffolder.addActions(
          createProposeAction({
            askGround: createAskGround({ auth, discovery }),
            auditor,
            git,
          }),
          createNamespaceAction(options),
          createClusterAction(options),
          createApplicationAction(options),
          createChangeAction(options),
          createUpgradeAction(options),
          createWaitAction(options),
        );
      },
    });
  },
});
