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

import { minorOf } from './minors';
import { findVersion } from './versions';

// Release dates and Bottlerocket's numbers are plausible, not looked up.
const AL2023_DAY = '20261112';
/** The last one that there is: support ended on 2025-11-26. */
const AL2_DAY = '20251112';
const BOTTLEROCKET = '1.52.0-8c2d1f6e';

/** AL2 has no AMIs for Kubernetes 1.33 and later. */
const LAST_MINOR_OF_AL2 = 32;

/**
 * The newest release of an AMI type for a Kubernetes version; `undefined` where
 * there is none, and for custom AMIs, which EKS does not know.
 */
export function newestAmiRelease(
  amiType: string,
  version: string,
): string | undefined {
  if (amiType === 'CUSTOM') {
    return undefined;
  }
  if (amiType.startsWith('BOTTLEROCKET')) {
    return BOTTLEROCKET;
  }
  const patch = findVersion(version)?.patchVersion ?? `${version}.0`;
  if (amiType.startsWith('AL2_')) {
    return minorOf(version) <= LAST_MINOR_OF_AL2
      ? `${patch}-${AL2_DAY}`
      : undefined;
  }
  return `${patch}-${AL2023_DAY}`;
}
