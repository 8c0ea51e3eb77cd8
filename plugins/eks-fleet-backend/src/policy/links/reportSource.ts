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

import type { PolicyName } from '@eks-fleet/backstage-plugin-eks-fleet-node';

const KYVERNO: Record<string, string> = {
  ClusterPolicy: 'kyverno',
  Policy: 'kyverno',
  ValidatingPolicy: 'KyvernoValidatingPolicy',
  NamespacedValidatingPolicy: 'KyvernoValidatingPolicy',
  ImageValidatingPolicy: 'KyvernoImageValidatingPolicy',
  GeneratingPolicy: 'KyvernoGeneratingPolicy',
  MutatingPolicy: 'KyvernoMutatingPolicy',
};

/**
 * What reports call the source of a policy's results, by which Policy Reporter
 * sorts them; nothing for engines that write no reports.
 */
export function reportSource({
  engine,
  kind,
}: Pick<PolicyName, 'engine' | 'kind'>): string | undefined {
  switch (engine) {
    case 'kyverno':
      return KYVERNO[kind];
    case 'vap':
      return 'ValidatingAdmissionPolicy';
    case 'kubewarden':
      return 'kubewarden';
    default:
      return undefined;
  }
}
