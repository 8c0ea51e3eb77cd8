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

import type { Cluster } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { toCsv, type CsvColumn } from '../csv/toCsv';

const COLUMNS: Array<CsvColumn<Cluster>> = [
  ['name', cluster => cluster.name],
  ['arn', cluster => cluster.arn],
  ['accountId', cluster => cluster.accountId],
  ['accountName', cluster => cluster.accountName],
  ['region', cluster => cluster.region],
  ['status', cluster => cluster.status],
  ['version', cluster => cluster.version],
  ['platformVersion', cluster => cluster.platformVersion],
  ['support', cluster => cluster.support.state],
  ['endOfStandardSupport', cluster => cluster.support.endOfStandardSupport],
  ['endOfExtendedSupport', cluster => cluster.support.endOfExtendedSupport],
  ['environment', cluster => cluster.environment],
  ['owner', cluster => cluster.owner],
  ['system', cluster => cluster.system],
  ['createdAt', cluster => cluster.createdAt],
  ['observation', cluster => cluster.observation.state],
  ['observedAt', cluster => cluster.observation.observedAt],
  ['controlPlaneUsdPerMonth', cluster => cluster.cost.controlPlaneUsdPerMonth],
  ['origin', cluster => cluster.origin],
  ['entityRef', cluster => cluster.entityRef],
];

/** CSV as in RFC 4180, with a header line. */
export function clustersToCsv(clusters: Cluster[]): string {
  return toCsv(COLUMNS, clusters);
}
