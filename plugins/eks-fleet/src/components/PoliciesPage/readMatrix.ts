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
  EksFleetPoliciesApi,
  PolicyMatrix,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { askEarly, takeEarly } from '../../lib/earlyAnswers';
import {
  parsePolicyView,
  toPolicyQuery,
  type PolicyView,
} from '../../lib/policyView';

type Api = Pick<EksFleetPoliciesApi, 'getPolicyMatrix'>;

/** What the page asks for; the same text where it asks for the same. */
export function matrixQuestion(view: PolicyView): string {
  return JSON.stringify(toPolicyQuery(view));
}

/** Reads the matrix, or takes what {@link readMatrixEarly} has read of it. */
export function readMatrix(api: Api, question: string): Promise<PolicyMatrix> {
  return (
    takeEarly<PolicyMatrix>(question) ??
    api.getPolicyMatrix(JSON.parse(question))
  );
}

/** Reads what the page at this address will ask for, while it is being loaded. */
export function readMatrixEarly(
  api: Api,
  { pathname, search }: Pick<Location, 'pathname' | 'search'>,
): void {
  if (/(?<!\/policy)\/policies\/?$/.test(pathname)) {
    const view = parsePolicyView(new URLSearchParams(search));
    const question = matrixQuestion(view);
    askEarly(question, () => api.getPolicyMatrix(JSON.parse(question)));
  }
}
