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
  type RootConfigService,
} from '@backstage/backend-plugin-api';
import { planDemoRollouts } from './rollouts/planDemoRollouts';

/** Lets Pat start the rollouts of the story once the portal runs. */
export default createBackendModule({
  pluginId: 'eks-fleet',
  moduleId: 'demo-rollouts',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        lifecycle: coreServices.rootLifecycle,
        logger: coreServices.logger,
      },
      async init({ config, lifecycle, logger }) {
        const stop = new AbortController();
        lifecycle.addShutdownHook(() => stop.abort());
        lifecycle.addStartupHook(() => {
          planDemoRollouts({
            baseUrl: config.getString('backend.baseUrl'),
            simulatorUrl: simulatorUrlOf(config),
            logger,
            signal: stop.signal,
          }).catch(error => {
            if (!stop.signal.aborted) {
              logger.error('The rollouts of the demo did not start', error);
            }
          });
        });
      },
    });
  },
});

function simulatorUrlOf(config: RootConfigService): string | undefined {
  const port = config.getOptionalNumber('demo.simulator.port');
  return port === undefined ? undefined : `http://127.0.0.1:${port}`;
}
