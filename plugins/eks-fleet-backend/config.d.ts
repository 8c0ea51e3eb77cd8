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

import type { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';

export interface Config {
  eksFleet?: {
    /**
     * Key of the label that names a cluster's environment, such as `env`.
     * Labels come from the tags that discovery maps
     * (`catalog.providers.eksFleet.<id>.tags.labels`). `environment` by default.
     */
    environmentLabel?: string;

    /**
     * Where the pages of EKS Fleet are mounted in the portal: a path that
     * begins with one slash. Links that are written elsewhere lead there.
     * `/eks-fleet` by default.
     *
     * @visibility frontend
     */
    portalPath?: string;

    /**
     * What EKS costs you, in US dollars an hour. AWS's public prices by
     * default.
     */
    prices?: {
      controlPlane?: {
        /** One control plane in standard support. 0.10 by default. */
        standardUsdPerHour?: number;
        /**
         * One control plane in extended support: all of it, not what
         * extended support adds. 0.60 by default.
         */
        extendedUsdPerHour?: number;
      };
    };

    inventory?: {
      /**
       * How often the catalog is read. Every minute by default; reports of
       * discovery make it happen within seconds besides.
       */
      schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
    };

    /**
     * Lets everybody who is signed in do what needs a permission although
     * `permission.enabled` is off. Without it such requests are refused as
     * long as it is off. For demonstrations only. Off by default.
     */
    dangerouslyAllowWithoutPermissions?: boolean;
  };
}
