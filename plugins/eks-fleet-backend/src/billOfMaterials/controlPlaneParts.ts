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

import { compareVersions } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import {
  compared,
  endpointAccess,
  logTypes,
  secretsEncryption,
} from './comparedParts';
import type { Part, PartSources } from './types';

/** The control plane's version, and how it is set up. */
export function controlPlaneParts(sources: PartSources): Part[] {
  const { newestVersion, observations, usual } = sources;
  const observation = sources.age('controlPlane');
  const controlPlane = observations.controlPlane?.document;
  if (!controlPlane) {
    return [];
  }
  const { version } = controlPlane;
  const setting = (name: string, detail: string, part?: string): Part => ({
    group: 'controlPlane',
    kind: 'setting',
    name,
    detail,
    newestState: 'unknown',
    healthIssues: [],
    observation,
    compatibility: [],
    outlier: part === undefined ? undefined : usual.outlier(part, detail),
  });
  return [
    {
      group: 'controlPlane',
      kind: 'controlPlane',
      name: 'Kubernetes',
      version,
      detail: [controlPlane.platformVersion, controlPlane.scalingTier]
        .filter(Boolean)
        .join(' · '),
      newestVersion,
      newestState: newestState(version, newestVersion),
      status: controlPlane.status,
      healthIssues: controlPlane.healthIssues,
      observation,
      compatibility: [],
    },
    setting('Upgrade policy', controlPlane.supportType ?? 'unknown'),
    setting(
      'API endpoint',
      endpointAccess(controlPlane),
      compared.endpointAccess,
    ),
    setting('Logs', logTypes(controlPlane), compared.logTypes),
    setting(
      'Secrets encrypted',
      secretsEncryption(controlPlane.secretsKeyArn),
      compared.secretsEncryption,
    ),
    setting(
      'Access',
      controlPlane.authenticationMode ?? 'unknown',
      compared.authenticationMode,
    ),
    setting('Zonal shift', onOff(controlPlane.zonalShift)),
    setting('Deletion protection', onOff(controlPlane.deletionProtection)),
  ];
}

function newestState(
  version: string,
  newest: string | undefined,
): Part['newestState'] {
  if (!newest) {
    return 'unknown';
  }
  return compareVersions(version, newest) < 0 ? 'behind' : 'current';
}

function onOff(value: boolean | undefined): string {
  if (value === undefined) {
    return 'unknown';
  }
  return value ? 'on' : 'off';
}
