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

import { documentationUrl } from './documentationUrl';

describe('documentationUrl', () => {
  it.each([
    'https://docs.aws.amazon.com/console/securityhub/EKS.1/remediation',
    'https://aws.amazon.com/eks/',
  ])('links to %s', url => {
    expect(documentationUrl(url)).toBe(url);
  });

  it.each([
    'http://docs.aws.amazon.com/console/securityhub/EKS.1/remediation',
    'https://docs.aws.amazon.com.evil.example/EKS.1',
    'https://evilamazon.com/',
    'https://docs.aws.amazon.com@evil.example/',
    'https://user:secret@docs.aws.amazon.com/',
    'https://docs.aws.amazon.com:8443/',
    // eslint-disable-next-line no-script-url
    'javascript:alert(1)//docs.aws.amazon.com',
    'docs.aws.amazon.com',
    `https://docs.aws.amazon.com/${'a'.repeat(1_000)}`,
    '',
    undefined,
    7,
  ])('does not link to %s', url => {
    expect(documentationUrl(url)).toBeUndefined();
  });
});
