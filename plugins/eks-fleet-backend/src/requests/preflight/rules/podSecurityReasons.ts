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

import type {
  NamespaceSpec,
  PodSecurityLevel,
  VerdictReason,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { ofEnvironment } from '../config/ofEnvironment';
import type { NamespaceRules } from '../config/types';
import { deny } from '../verdictOf';

/** From the one that allows all. */
const STRICTNESS: readonly PodSecurityLevel[] = [
  'privileged',
  'baseline',
  'restricted',
];

/** Where the operator says nothing. */
const LEAST: PodSecurityLevel = 'baseline';

/** Whether a namespace enforces at least what its environment asks for. */
export function podSecurityReasons(
  {
    environment,
    podSecurity,
  }: Pick<NamespaceSpec, 'environment' | 'podSecurity'>,
  { podSecurity: rules }: Pick<NamespaceRules, 'podSecurity'>,
): VerdictReason[] {
  const least = ofEnvironment(rules, environment) ?? LEAST;
  return STRICTNESS.indexOf(podSecurity.level) >= STRICTNESS.indexOf(least)
    ? []
    : [
        deny(
          'podSecurityTooLow',
          'podSecurity.level',
          `Pods in ${environment} must be held to ${least}; ${podSecurity.level} allows more.`,
        ),
      ];
}
