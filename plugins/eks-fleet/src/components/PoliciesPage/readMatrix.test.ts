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

import type { PolicyMatrix } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { parsePolicyView } from '../../lib/policyView';
import { matrixQuestion, readMatrix, readMatrixEarly } from './readMatrix';

const MATRIX: PolicyMatrix = { by: 'environment', columns: [], rows: [] };

function setUp() {
  const getPolicyMatrix = jest.fn(async () => MATRIX);
  return {
    api: { getPolicyMatrix },
    asked: () => getPolicyMatrix.mock.calls.length,
    read: (search: string) =>
      readMatrix(
        { getPolicyMatrix },
        matrixQuestion(parsePolicyView(new URLSearchParams(search))),
      ),
  };
}

describe('readMatrix', () => {
  it('takes what was read early, once, where it is the same question', async () => {
    const { api, asked, read } = setUp();
    readMatrixEarly(api, {
      pathname: '/eks-fleet/policies',
      search: '?by=environment&severity=high',
    });
    expect(api.getPolicyMatrix).toHaveBeenCalledWith({
      by: 'environment',
      filter: { severity: ['high'] },
    });
    await expect(read('by=environment')).resolves.toBe(MATRIX);
    expect(asked()).toBe(2);
    await expect(read('severity=high&by=environment')).resolves.toBe(MATRIX);
    expect(asked()).toBe(2);
    await read('severity=high&by=environment');
    expect(asked()).toBe(3);
  });

  it.each([
    '/eks-fleet/policies/findings',
    '/eks-fleet/policies/policy/policies',
    '/eks-fleet/clusters',
  ])('reads nothing early for %s', pathname => {
    const { api, asked } = setUp();
    readMatrixEarly(api, { pathname, search: '' });
    expect(asked()).toBe(0);
  });
});
