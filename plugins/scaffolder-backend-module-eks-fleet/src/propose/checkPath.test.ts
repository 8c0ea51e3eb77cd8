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

import { checkPath } from './checkPath';

describe('checkPath', () => {
  it.each([
    ['teams/orders/quota.yaml', 'teams/orders/quota.yaml'],
    ['./teams/orders.yaml', 'teams/orders.yaml'],
    ['a@b+c=d_e-f.tfvars', 'a@b+c=d_e-f.tfvars'],
    ['teams/', 'teams'],
  ])('takes %s', (path, plain) => {
    expect(checkPath('path', path)).toBe(plain);
  });

  it.each([
    ['', 'empty'],
    ['.', 'empty or lead elsewhere'],
    ['..', 'lead elsewhere'],
    ['../other', 'lead elsewhere'],
    ['a/../../b', 'lead elsewhere'],
    ['a/./b', 'lead elsewhere'],
    ['a//b', 'empty'],
    ['/etc/passwd', 'absolute'],
    ['.git/config', 'hidden'],
    ['a/.GIT/hooks/pre-commit', 'hidden'],
    ['.github/workflows/run.yml', 'hidden'],
    ['.gitlab-ci.yml', 'hidden'],
    ['git~1/config', 'characters'],
    ['a\\..\\b', 'characters'],
    ['C:/b', 'characters'],
    ['a b', 'characters'],
    ['a\nb', 'characters'],
    ['a\0b', 'characters'],
    ['naïve.yaml', 'characters'],
    ['a\u202eb', 'characters'],
    ['{{ x }}', 'characters'],
    ['$' + '{x}', 'characters'],
    ['a'.repeat(401), 'longer than 400'],
  ])('refuses %j', (path, why) => {
    expect(() => checkPath('files[0].path', path)).toThrow(
      expect.objectContaining({
        name: 'InputError',
        message: expect.stringMatching(
          new RegExp(`^files\\[0\\]\\.path: .*${why}`),
        ),
      }),
    );
  });
});
