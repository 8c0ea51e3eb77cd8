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

import type { Place } from '../clusterSpec/readers';
import type { ApplicationSpec } from './types';

/** What fields that are right by themselves must agree on. */
export function checkAgreement(spec: ApplicationSpec, place: Place): void {
  if (Array.isArray(spec.clusters) && spec.clusters.length === 0) {
    place
      .at('clusters')
      .wrong('must name one or more; all is for those that have the namespace');
  }
  if ('chart' in spec.source && !spec.source.repoUrl.startsWith('https://')) {
    place
      .at('source')
      .at('repoUrl')
      .wrong('must begin with https://, as charts come by it');
  }
  if (spec.promotedFrom?.environment === spec.environment) {
    place
      .at('promotedFrom')
      .at('environment')
      .wrong(`must be another one than ${spec.environment}`);
  }
}
