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
  createBackendFeatureLoader,
} from '@backstage/backend-plugin-api';
import { startDemoCloud } from './startDemoCloud';

/**
 * What makes this portal a demo: a simulated cloud, sign-in as one of the
 * story's people, a policy that gives each different rights, and rollouts that
 * are under way. All of it
 * exists only where the configuration has a `demo` section.
 */
export default createBackendFeatureLoader({
  deps: { config: coreServices.rootConfig, logger: coreServices.rootLogger },
  async *loader({ config, logger }) {
    if (!config.has('demo')) {
      yield import(
        '@backstage/plugin-permission-backend-module-allow-all-policy'
      );
      return;
    }
    if (config.has('demo.simulator')) {
      await startDemoCloud(config, logger);
    }
    yield import('./demoAuthModule');
    yield import('./demoOrgModule');
    yield import('./demoPolicyModule');
    if (config.getOptionalBoolean('demo.rollouts')) {
      yield import('./demoRolloutsModule');
    }
  },
});
