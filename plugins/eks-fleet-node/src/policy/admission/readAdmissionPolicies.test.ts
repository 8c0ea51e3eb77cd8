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

import { failureOf, readWith } from '../__testUtils__/readWith';
import { kindOf } from '../__testUtils__/reports';
import {
  forbidding,
  type TestObject,
} from '../__testUtils__/startPolicyCluster';
import { readAdmissionPolicies } from './readAdmissionPolicies';

describe('readAdmissionPolicies', () => {
  const API = 'admissionregistration.k8s.io/v1';
  const binding = (policyName: string, ...validationActions: string[]) => ({
    metadata: { name: `${policyName}-${validationActions}` },
    spec: { policyName, validationActions },
  });
  const policies = (...objects: TestObject[]) =>
    kindOf(API, 'ValidatingAdmissionPolicy', objects);
  const bindings = (...objects: TestObject[]) =>
    kindOf(API, 'ValidatingAdmissionPolicyBinding', objects);

  it('reads what bindings make of policies, but for those of other engines', async () => {
    const { sink, snapshot } = await readWith(readAdmissionPolicies, [
      policies(
        { metadata: { name: 'deny' }, status: { typeChecking: {} } },
        { metadata: { name: 'both' } },
        {
          metadata: { name: 'broken' },
          status: {
            typeChecking: {
              expressionWarnings: [
                { fieldRef: 'spec.validations[0]', warning: 'undefined field' },
              ],
            },
          },
        },
        {
          metadata: {
            name: 'vpol-cel',
            labels: { 'app.kubernetes.io/managed-by': 'kyverno' },
          },
        },
        {
          metadata: {
            name: 'gatekeeper-needlabels',
            ownerReferences: [
              {
                apiVersion: 'templates.gatekeeper.sh/v1beta1',
                kind: 'ConstraintTemplate',
                name: 'needlabels',
              },
            ],
          },
        },
      ),
      bindings(
        binding('deny', 'Deny', 'Audit'),
        binding('both', 'Warn'),
        binding('both', 'Audit'),
      ),
    ]);
    const vap = { engine: 'vap', kind: 'ValidatingAdmissionPolicy' };
    expect(sink.policies).toEqual([
      { ...vap, name: 'deny', mode: 'enforce', ready: true },
      { ...vap, name: 'both', mode: 'mixed' },
      {
        ...vap,
        name: 'broken',
        mode: 'off',
        ready: false,
        notReadyBecause: 'spec.validations[0]: undefined field',
      },
    ]);
    expect(snapshot.engines).toEqual(['vap']);
  });

  it('fails where bindings may not be listed, or there is no such API', async () => {
    expect(
      await failureOf(
        readWith(readAdmissionPolicies, [policies(), bindings()], {
          intercept: forbidding('validatingadmissionpolicybindings'),
        }),
      ),
    ).toMatchObject({ code: 'forbidden' });
    expect(await failureOf(readWith(readAdmissionPolicies, []))).toMatchObject({
      code: 'notInstalled',
    });
  });
});
