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

import { parseImage } from './parseImage';

describe('parseImage', () => {
  it.each([
    ['nginx', 'nginx', undefined],
    ['nginx:1.27', 'nginx', '1.27'],
    [
      'registry.acme.example:5000/nginx',
      'registry.acme.example:5000/nginx',
      undefined,
    ],
    ['localhost:5000/a/b:v1', 'localhost:5000/a/b', 'v1'],
    [
      'public.ecr.aws/karpenter/controller:1.6.3@sha256:0123abcd',
      'public.ecr.aws/karpenter/controller',
      '1.6.3',
    ],
    [
      'quay.io/argoproj/argocd@sha256:0123abcd',
      'quay.io/argoproj/argocd',
      undefined,
    ],
  ])('reads %s', (image, repository, tag) => {
    expect(parseImage(image)).toEqual(
      tag ? { repository, tag } : { repository },
    );
  });
});
