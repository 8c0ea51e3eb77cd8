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

/**
 * A Kubernetes minor version as EKS offers it. Dates are UTC days.
 *
 * @public
 */
export interface KubernetesVersion {
  version: string;
  releaseDate: string;
  endOfStandardSupport: string;
  endOfExtendedSupport: string;
  patchVersion: string;
  /** The platform version that a cluster created today would get. */
  platformVersion: string;
  default: boolean;
  /** `documented` by AWS, or `assumed` here until AWS says otherwise. */
  dates: 'documented' | 'assumed';
}

type Row = [
  version: string,
  releaseDate: string,
  endOfStandardSupport: string,
  endOfExtendedSupport: string,
  patchVersion: string,
  platformVersion: string,
  dates: 'documented' | 'assumed',
];

const DEFAULT_VERSION = '1.35';

// Patch and platform versions are plausible, not looked up.
// prettier-ignore
const ROWS: Row[] = [
  ['1.29', '2024-01-23', '2025-03-23', '2026-03-23', '1.29.15', 'eks.58', 'documented'],
  ['1.30', '2024-05-23', '2025-07-23', '2026-07-23', '1.30.14', 'eks.56', 'documented'],
  ['1.31', '2024-09-26', '2025-11-26', '2026-11-26', '1.31.13', 'eks.49', 'documented'],
  ['1.32', '2025-01-23', '2026-03-23', '2027-03-23', '1.32.11', 'eks.42', 'documented'],
  ['1.33', '2025-05-29', '2026-07-29', '2027-07-29', '1.33.9', 'eks.35', 'documented'],
  ['1.34', '2025-10-02', '2026-12-02', '2027-12-02', '1.34.6', 'eks.24', 'documented'],
  ['1.35', '2026-01-27', '2027-03-27', '2028-03-27', '1.35.4', 'eks.14', 'assumed'],
  ['1.36', '2026-06-02', '2027-08-02', '2028-08-02', '1.36.1', 'eks.5', 'assumed'],
];

/**
 * The versions that this cloud knows, oldest first.
 *
 * @public
 */
export const KUBERNETES_VERSIONS: readonly KubernetesVersion[] = ROWS.map(
  ([
    version,
    releaseDate,
    endOfStandardSupport,
    endOfExtendedSupport,
    patchVersion,
    platformVersion,
    dates,
  ]) => ({
    version,
    releaseDate,
    endOfStandardSupport,
    endOfExtendedSupport,
    patchVersion,
    platformVersion,
    default: version === DEFAULT_VERSION,
    dates,
  }),
);

export type VersionStatus =
  | 'STANDARD_SUPPORT'
  | 'EXTENDED_SUPPORT'
  | 'UNSUPPORTED';

export function versionStatusAt(
  version: KubernetesVersion,
  now: Date,
): VersionStatus {
  if (now < new Date(version.endOfStandardSupport)) {
    return 'STANDARD_SUPPORT';
  }
  if (now < new Date(version.endOfExtendedSupport)) {
    return 'EXTENDED_SUPPORT';
  }
  return 'UNSUPPORTED';
}

export function findVersion(version: string): KubernetesVersion | undefined {
  return KUBERNETES_VERSIONS.find(known => known.version === version);
}
