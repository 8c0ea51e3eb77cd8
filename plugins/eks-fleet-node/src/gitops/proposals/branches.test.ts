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

import { branchOfChange, readProposalBranch } from './branches';

const SUBJECT =
  'arn:aws:eks:eu-west-1:111122223333:cluster/Orders_Prod controlPlane';

describe('branchOfChange', () => {
  it('says whose it is and what it is about', () => {
    expect(branchOfChange('acme-1', { key: 'k', subject: SUBJECT })).toMatch(
      /^eks-fleet\/acme-1\/[a-z0-9-]*cluster-orders-prod-controlplane-[0-9a-f]{10}\/[0-9a-f]{10}$/,
    );
  });

  it('is the same for the same, and another one for any other', () => {
    const branches = [
      branchOfChange('a', { key: 'k', subject: SUBJECT }),
      branchOfChange('b', { key: 'k', subject: SUBJECT }),
      branchOfChange('a', { key: 'l', subject: SUBJECT }),
      branchOfChange('a', { key: 'k', subject: `${SUBJECT}.` }),
    ];
    expect(new Set(branches).size).toBe(4);
    expect(branchOfChange('a', { key: 'k', subject: SUBJECT })).toBe(
      branches[0],
    );
  });

  it.each(['x'.repeat(5000), '../../x', 'ünïcödé', '~^:?*[\\', ''])(
    'makes a name that Git takes of the subject %j',
    subject => {
      const branch = branchOfChange('demo', { key: subject, subject });
      expect(branch).toMatch(/^[a-z0-9/-]{1,120}$/);
      expect(branch).not.toMatch(/\/\/|\/-/);
      expect(readProposalBranch(branch)).toMatchObject({
        installationId: 'demo',
      });
    },
  );

  it.each(['', 'a/b', 'A', 'a b'])('refuses the installation id %j', id => {
    expect(() => branchOfChange(id, { key: 'k', subject: 's' })).toThrow(
      'An installation id has lower-case letters, digits and dashes',
    );
  });
});

describe('readProposalBranch', () => {
  it.each([
    'main',
    'eks-fleet/x',
    'feature/eks-fleet/a/b-0123456789/0123456789',
  ])('knows that %s is no proposal', name => {
    expect(readProposalBranch(name)).toBeUndefined();
  });
});
