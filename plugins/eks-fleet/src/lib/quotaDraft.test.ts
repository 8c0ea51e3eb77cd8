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

import { EMPTY_QUOTA, quotaOf, sizeOf, withSize } from './quotaDraft';

const SIZES = [
  { name: 'small', cpu: '2', memory: '4Gi' },
  { name: 'large', cpu: '8', memory: '32Gi', storage: '100Gi' },
];

describe('what a namespace may take', () => {
  it('knows a size by its amounts, however they are written', () => {
    const draft = { ...EMPTY_QUOTA, cpu: '2000m', memory: '4096Mi' };
    expect(sizeOf(draft, SIZES)?.name).toBe('small');
    expect(sizeOf({ ...draft, storage: '1Gi' }, SIZES)).toBeUndefined();
    expect(sizeOf({ ...draft, memoryLimit: '8Gi' }, SIZES)).toBeUndefined();
    expect(sizeOf(withSize(draft, SIZES[1]), SIZES)?.name).toBe('large');
  });

  it('has volumes only where it has storage', () => {
    expect(quotaOf({ ...EMPTY_QUOTA, storage: '' })).toMatchObject({
      storage: '0',
      persistentVolumeClaims: 0,
    });
    expect(quotaOf({ ...EMPTY_QUOTA, storage: '20Gi' })).toMatchObject({
      storage: '20Gi',
      persistentVolumeClaims: 10,
    });
  });

  it('keeps what is no number, to be refused by name', () => {
    expect(quotaOf({ ...EMPTY_QUOTA, pods: 'many', cpu: ' ' })).toMatchObject({
      pods: 'many',
      cpuRequests: undefined,
    });
  });
});
