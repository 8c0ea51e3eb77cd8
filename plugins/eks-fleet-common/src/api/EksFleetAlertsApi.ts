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

import type { Alert, AlertList } from './alertTypes';

/**
 * Which alerts a list is about. Keys are `state`, `severity`, `name`,
 * `cluster`, `account`, `region`, `environment`, `owner`, `source`, `fingerprint`.
 *
 * @public
 */
export interface AlertQuery {
  filter?: Record<string, string[]>;
  fullTextFilterTerm?: string;
  limit?: number;
  cursor?: string;
}

/**
 * Alerts on clusters of the fleet.
 *
 * @public
 */
export interface EksFleetAlertsApi {
  listAlerts(query?: AlertQuery): Promise<AlertList>;
  getAlert(source: string, fingerprint: string): Promise<Alert>;
}
